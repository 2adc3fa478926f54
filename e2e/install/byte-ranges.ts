// Owns what a request for parts of a file asks for, and the answer's body. Pure.
// https://www.rfc-editor.org/rfc/rfc9110#section-14

export interface ByteRange {
  readonly first: number
  /** Of this size the last byte is size - 1. */
  readonly last: number
}

/** Null: none that this file has. */
export function rangesOf(header: string, size: number): readonly ByteRange[] | null {
  const words = header.replace(/^bytes=/, '').split(',')
  const ranges = words.map((word) => {
    const [, first, last] = /^\s*(\d+)-(\d*)\s*$/.exec(word) ?? []
    return { first: Number(first), last: Math.min(last ? Number(last) : size - 1, size - 1) }
  })
  return ranges.every(({ first, last }) => first <= last) ? ranges : null
}

export interface Part {
  readonly range: ByteRange
  readonly bytes: Buffer
}

export interface PartialAnswer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const BOUNDARY = 'parley-parts'

/** One part is the body itself, several are wrapped one by one. */
export function partialAnswer(parts: readonly Part[], size: number): PartialAnswer {
  const [only] = parts
  if (only !== undefined && parts.length === 1)
    return { headers: { 'content-range': placeOf(only, size) }, body: only.bytes }
  const wrapped = parts.flatMap((part) => [
    Buffer.from(
      `\r\n--${BOUNDARY}\r\ncontent-type: application/octet-stream\r\ncontent-range: ${placeOf(part, size)}\r\n\r\n`,
    ),
    part.bytes,
  ])
  return {
    headers: { 'content-type': `multipart/byteranges; boundary=${BOUNDARY}` },
    body: Buffer.concat([...wrapped, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  }
}

const placeOf = ({ range }: Part, size: number): string => `bytes ${range.first}-${range.last}/${size}`
