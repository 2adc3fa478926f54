// Owns what a guest's page knows by its own address: the server it is at home on, and the link it came by. Pure.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { appLink, parseCallLink } from '../../../shared/link/call-link'
import type { Reach } from '../../../shared/model/reach'

export interface PageAddress {
  /** document.baseURI: it names the server. */
  readonly baseUri: string
  readonly location: { readonly hash: string }
}

export function homeOfPage({ baseUri }: Pick<PageAddress, 'baseUri'>): Reach {
  const base = baseOf(baseUri)
  const home = base.ok
    ? ({
        status: 'ready',
        dial: base.value,
        advertised: base.value,
        embedded: false,
        oldLinksBreak: false,
      } as const)
    : ({ status: 'none' } as const)
  return { mode: 'anywhere', home }
}

/** The folder of the page, so that "…/index.html" names the same server as "…/". */
const baseOf = (baseUri: string) => normaliseBaseUrl(new URL('.', baseUri).href)

/** "#/call/<id>" behind the page's address is a link to somebody on this server. */
export function openedLink({ baseUri, location }: PageAddress): string | null {
  const base = baseOf(baseUri)
  const link = base.ok ? parseCallLink(`${base.value}${location.hash}`) : base
  return link.ok ? appLink(link.value) : null
}
