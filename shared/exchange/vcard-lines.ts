// Owns the lines of vCards: joining what was folded, and taking a line apart. What properties mean is contacts-vcard.ts.
// RFC 6350 section 3.2 and 3.3 (version 4.0), RFC 2426 (3.0). Pure.
import { MAX_PICTURE_CHARS } from './found-contact'

export interface VcardLine {
  /** Of its first part in the file. */
  readonly line: number
  /** Upper case, without a group. */
  readonly name: string
  /** Upper case, as written: `ENCODING=B`. */
  readonly params: readonly string[]
  readonly value: string
}

/** A line with more is read as far as that. */
const MAX_LINE_CHARS = MAX_PICTURE_CHARS + 1_000

/** null now and then, so that whoever reads may let others work. */
export function* vcardLines(text: string): Generator<VcardLine | null> {
  let parts: string[] = []
  let chars = 0
  let begun = 1
  let line = 0
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const physical = text.slice(at, text[end - 1] === '\r' ? end - 1 : end)
    at = end + 1
    line += 1
    if (line % 1_000 === 0) yield null
    if (parts.length > 0 && /^[ \t]/.test(physical)) {
      if (chars < MAX_LINE_CHARS) parts.push(physical.slice(1))
      chars += physical.length
      continue
    }
    if (parts.length > 0) yield parsedLine(parts.join(''), begun)
    parts = [physical]
    chars = physical.length
    begun = line
  }
  if (parts.length > 0) yield parsedLine(parts.join(''), begun)
}

/** `item1.URL;TYPE="home,work":value`. Empty lines and those without a colon have an empty name. */
function parsedLine(whole: string, line: number): VcardLine {
  const written = whole.slice(0, MAX_LINE_CHARS)
  const head = /^(?:[^:"\n]|"[^"\n]{0,500}"){0,1000}:/.exec(written.slice(0, 4_000))?.[0].slice(0, -1) ?? ''
  const [name = '', ...params] = head.split(';')
  return {
    line,
    name: (name.split('.').pop() ?? '').trim().toUpperCase(),
    params: params.map((param) => param.trim().toUpperCase()),
    value: written.slice(head.length + 1),
  }
}

/** `\n`, `\,`, `\;`, `\\`. */
export function unescaped(value: string): string {
  return value.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}

export function escaped(value: string): string {
  return value.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')
}

const LINE_OCTETS = 75

/** Folded to 75 octets, never inside a character. */
export function foldedLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const char of line) {
    const size = octetsOf(char.codePointAt(0) ?? 0)
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += char
    octets += size
  }
  return `${folded}\r\n`
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
