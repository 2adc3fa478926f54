// Decides whether a call can be returned, by the link that came with its invite. Pure.
import { mayBeUsedFrom, type BaseUrl } from '../../../shared/link/base-url'
import { parseCallLink } from '../../../shared/link/call-link'

/** `via`: the server it came over, by the name that other people know it by. Null where the link can't or may not be used. */
export function callBackLink(link: string, from: string, via: BaseUrl | null): string | null {
  const parsed = parseCallLink(link)
  if (!parsed.ok || parsed.value.id !== from || via === null) return null
  return mayBeUsedFrom(parsed.value.server, via) ? link : null
}
