// Owns what is taken out of lines that come from the page's console before they reach a file.

const MAX_CHARS = 1000

const SECRETS: readonly (readonly [RegExp, string])[] = [
  // first the long things, which may contain the short ones
  [/\b(?:https?|wss?|parley|stuns?|turns?):[^\s"')]*/gi, '<url>'],
  [/\b[0-9a-f]{32}(?:-[0-9a-f]{8})?\b/gi, '<id>'],
  [/\b(?:[0-9A-F]{2}:){7,}[0-9A-F]{2}\b/gi, '<fingerprint>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<address>'],
  [/\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b/gi, '<address>'],
  // keys, signatures, tickets, nonces
  [/\b[A-Za-z0-9_-]{40,}\b/g, '<secret>'],
]

/** One line, bounded, without links, identities, addresses or anything that looks like a key. */
export function redactLine(text: string): string {
  let line = text.slice(0, MAX_CHARS).replace(/[\r\n]+/g, ' ⏎ ')
  for (const [pattern, name] of SECRETS) line = line.replace(pattern, name)
  return line
}
