// Owns telling a call link from other words that a start or the system brings. A link is data: one word, never split.
// Pure.
import { parseCallLink } from '../../shared/link/call-link'
import { MAX_LINK_CHARS } from '../../shared/protocol/limits'

export type FoundLink =
  { readonly is: 'link'; readonly link: string } | { readonly is: 'too-long' } | { readonly is: 'none' }

/** A malformed `parley:` link is one too: it is offered, and the page says what is wrong with it. */
export function readLink(word: string): FoundLink {
  const isOurs = /^parley:/i.test(word)
  if (word.length > MAX_LINK_CHARS) return isOurs ? { is: 'too-long' } : { is: 'none' }
  return isOurs || parseCallLink(word).ok ? { is: 'link', link: word } : { is: 'none' }
}
