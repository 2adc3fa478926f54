// Owns what stands beside one's own link: its short form, from where it reaches, why there is no web link. Pure.
import { text } from '../../../shared/text/en'
import { closenessOf, normaliseBaseUrl } from '../../../shared/link/base-url'
import { parseCallLink } from '../../../shared/link/call-link'
import { shortId } from '../../ui/names'
import type { ConnectionState } from './connection-store'

export interface LinkWords {
  readonly shortLink: string
  /** In place of the link while there is none. */
  readonly pending: string
  readonly reach: string
  readonly noWebLink: string | null
}

function noWebLink(state: ConnectionState): string | null {
  if (state.webLink !== null || state.appLink === null) return null
  switch (state.webLinkMissing) {
    case 'not-served':
      return text.link.noPage
    case 'not-secure':
      return text.link.notSecure
    case 'unknown':
    case null:
      return null
  }
}

const PLACES = { loopback: 'this-computer', private: 'this-network', public: 'anywhere' } as const

/** A server that was named for “anywhere”, as a guest's always is, reaches no farther than its address does. */
function placeOf({ reach }: ConnectionState): keyof typeof text.reach.places {
  if (reach.mode !== 'anywhere' || reach.home.status !== 'ready') return reach.mode
  const server = normaliseBaseUrl(reach.home.advertised)
  return server.ok ? PLACES[closenessOf(server.value)] : reach.mode
}

export function linkWords(state: ConnectionState, identityLocked: boolean): LinkWords {
  const link = parseCallLink(state.appLink ?? '')
  const failed = state.reach.home.status === 'failed'
  return {
    shortLink: link.ok ? `parley://call/${shortId(link.value.id)}` : '',
    pending: identityLocked ? text.link.pendingLocked : failed ? text.link.pendingFailed : text.link.pending,
    reach: text.reach.from(text.reach.places[placeOf(state)]),
    noWebLink: noWebLink(state),
  }
}
