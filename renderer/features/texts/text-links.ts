// Owns finding addresses in a text, and what one is asked before it is opened. Pure.

export interface TextLink {
  readonly is: 'link'
  /** As it was written. */
  readonly shown: string
  /** As it would be opened: whole, and in letters that can't be mistaken. */
  readonly href: string
  /** What is asked about: the host, or the address of a mail. */
  readonly target: string
  readonly kind: 'web' | 'mail'
}

export type TextPart = { readonly is: 'words'; readonly words: string } | TextLink

const CANDIDATE = /(?<![\p{L}\p{N}])(?:https?:\/\/|mailto:|www\.)[^\s<>"“”«»]+/giu
/** A sentence ends here, not the address. */
const AFTER = /[.,;:!?…'’]$/
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
/** What the command that opens one takes. */
const MAX_HREF_CHARS = 2048
/** A text of nothing but addresses is no text. */
const MOST_LINKS = 50

export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  let links = 0
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const isTaken = links < MOST_LINKS && candidate.length <= MAX_HREF_CHARS
    const link = isTaken ? linkOf(trimmed(candidate)) : null
    if (!link) continue
    links += 1
    if (index > from) parts.push({ is: 'words', words: text.slice(from, index) })
    parts.push(link)
    from = index + link.shown.length
  }
  if (from < text.length) parts.push({ is: 'words', words: text.slice(from) })
  return parts
}

/** Without the end of the sentence around it; a bracket stays where the address opened it. */
function trimmed(candidate: string): string {
  const last = candidate.slice(-1)
  const opening = BRACKETS[last]
  const isUnopened = opening !== undefined && count(candidate, opening) < count(candidate, last)
  return AFTER.test(candidate) || isUnopened ? trimmed(candidate.slice(0, -1)) : candidate
}

const count = (text: string, char: string): number => text.split(char).length - 1

function linkOf(shown: string): TextLink | null {
  const url = parsed(/^www\./i.test(shown) ? `https://${shown}` : shown)
  // A name or password before the host hides where it leads; main refuses it too.
  if (!url || url.href.length > MAX_HREF_CHARS || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'mailto:') {
    const target = url.pathname
    return /^[^@]+@[^@]+$/.test(target) ? { is: 'link', shown, href: url.href, target, kind: 'mail' } : null
  }
  // "www." alone, or "https://a": nothing that anybody means.
  const isMeant = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.includes(':')
  return isMeant && !/^www\.?$/.test(url.hostname)
    ? { is: 'link', shown, href: url.href, target: url.host, kind: 'web' }
    : null
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
