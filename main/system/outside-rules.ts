// Owns which links of a text message may open another program: those that a browser or a mail program takes.
const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** The link as it is to be handed over, or null. Never one with a name or password in it, which hides where it leads. */
export function outsideLink(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.href
}
