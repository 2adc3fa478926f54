// Owns which links of ours can be given out, and why a web link can't. Pure.
import { closenessOf, normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import { appLink, webLink } from '../../../shared/link/call-link'
import type { ConnectionState } from './connection-store'

export interface LinkFacts {
  /** Null while the identity isn't ready. */
  readonly id: string | null
  /** What our links name; null while there is no home server. */
  readonly advertised: string | null
  readonly serverKind: ConnectionState['serverKind']
  readonly guestPage: boolean
}

type Links = Pick<ConnectionState, 'appLink' | 'webLink' | 'webLinkMissing'>

export function linksFor({ id, advertised, serverKind, guestPage }: LinkFacts): Links {
  const server = advertised === null ? null : normaliseBaseUrl(advertised)
  if (id === null || !server?.ok) return { appLink: null, webLink: null, webLinkMissing: 'unknown' }
  const link = { id, server: server.value }
  const missing = webLinkMissing(server.value, serverKind, guestPage)
  return { appLink: appLink(link), webLink: missing === null ? webLink(link) : null, webLinkMissing: missing }
}

/** On plain http browsers give a page neither camera nor WebCrypto, except on this very computer. */
function webLinkMissing(
  server: BaseUrl,
  kind: ConnectionState['serverKind'],
  guestPage: boolean,
): ConnectionState['webLinkMissing'] {
  // Known before the server answers, so that the words don't come when one is about to press something below them.
  if (!server.startsWith('https:') && closenessOf(server) !== 'loopback') return 'not-secure'
  if (kind === 'unknown') return 'unknown'
  return kind === 'stock' || !guestPage ? 'not-served' : null
}
