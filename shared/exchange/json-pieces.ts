// Owns taking a JSON file of contacts apart without reading it whole: its own members, then one contact after the other, each
// with its line. A broken contact costs itself, not those on the lines after it. Pure.
import { createLineCounter } from './lines'

export type JsonPiece =
  /** A member of the file itself, as written. */
  | { readonly is: 'member'; readonly key: string; readonly written: string }
  | { readonly is: 'contact'; readonly value: unknown; readonly line: number }
  | { readonly is: 'broken'; readonly line: number }

const LIST = 'contacts'
/** A contact with a picture has some 15,000 characters. */
const MAX_VALUE_CHARS = 64_000
/** Each may have looked that far for its end. */
const MOST_BROKEN = 1_000

export function* jsonPieces(text: string): Generator<JsonPiece> {
  let at = text.indexOf('{') + 1
  for (;;) {
    at = skip(text, at)
    if (text[at] !== '"') return // its end, or not JSON from here on
    const keyEnd = stringEnd(text, at)
    if (keyEnd === null) return
    const key = text.slice(at + 1, keyEnd - 1)
    at = skip(text, keyEnd, /[\s:]*/y)
    if (key === LIST && text[at] === '[') {
      at = yield* contactsFrom(text, at + 1)
      continue
    }
    const end = valueEnd(text, at)
    if (end === null) return
    yield { is: 'member', key, written: text.slice(at, end) }
    at = end
  }
}

/** Returns the place after the list. */
function* contactsFrom(text: string, from: number): Generator<JsonPiece, number> {
  const lines = createLineCounter(text)
  let broken = 0
  let at = from
  for (;;) {
    at = skip(text, at)
    if (at >= text.length) {
      yield { is: 'broken', line: lines.lineAt(text.length) } // the list has no end
      return at
    }
    if (text[at] === ']') return at + 1
    const line = lines.lineAt(at)
    const end = valueEnd(text, at)
    const parsed = end === null ? null : parse(text.slice(at, end))
    if (parsed) yield { is: 'contact', value: parsed.value, line }
    else {
      yield { is: 'broken', line }
      broken += 1
      if (broken >= MOST_BROKEN) return text.length
    }
    at = parsed && end !== null ? end : nextLine(text, at)
  }
}

function parse(written: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(written)
    return { value }
  } catch {
    return null // told as broken, with its line
  }
}

function skip(text: string, at: number, what = /[\s,]*/y): number {
  what.lastIndex = at
  what.test(text)
  return what.lastIndex
}

/** Contacts begin on lines of their own, as we write them. Blanks of that line only: `\s` would read a run of empty lines anew from each. */
function nextLine(text: string, at: number): number {
  const begin = /\n[^\S\n]*(?=[{\]])/g
  begin.lastIndex = at
  return begin.test(text) ? begin.lastIndex : text.length
}

/** The place after the string; null where it has no end. */
function stringEnd(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (at - from > MAX_VALUE_CHARS) return null
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at + 1
  }
  return null
}

/** The place after the value; null where it has no end, or one too far away. */
function valueEnd(text: string, from: number): number | null {
  const first = text[from]
  if (first === '"') return stringEnd(text, from)
  if (first !== '{' && first !== '[') return skip(text, from, /[^\s,\]}]*/y)
  let depth = 0
  const sign = /["{}[\]]/g
  sign.lastIndex = from
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found.index - from > MAX_VALUE_CHARS) return null
    if (found[0] === '"') {
      const end = stringEnd(text, found.index)
      if (end === null) return null
      sign.lastIndex = end
    } else depth += found[0] === '{' || found[0] === '[' ? 1 : -1
    if (depth === 0) return found.index + 1
  }
  return null
}
