// Owns what a pasted link means here: callable, or the reason why not in words. Pure.
import type { BaseUrl } from '../../../shared/link/base-url'
import { parseCallLink, type CallLink } from '../../../shared/link/call-link'
import { text } from '../../../shared/text/en'
import { linkProblemWords } from '../../../shared/text/en-codes'

export type PastedLink =
  | { readonly is: 'empty' }
  | { readonly is: 'callable'; readonly link: CallLink }
  | { readonly is: 'wrong'; readonly why: string }

export interface PasteContext {
  readonly ownId: string | null
  /** A page has no visits: only its own server's links work there. Null in the app. */
  readonly onlyServer: BaseUrl | null
}

export function readPasted(pasted: string, { ownId, onlyServer }: PasteContext): PastedLink {
  if (pasted.trim() === '') return { is: 'empty' }
  const link = parseCallLink(pasted)
  if (!link.ok) return { is: 'wrong', why: linkProblemWords(link.code, link.detail) }
  if (link.value.id === ownId) return { is: 'wrong', why: text.callBox.own }
  if (onlyServer !== null && link.value.server !== onlyServer)
    return { is: 'wrong', why: text.callBox.otherServer }
  return { is: 'callable', link: link.value }
}
