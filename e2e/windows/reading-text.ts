// Owns a page of small text that is the same each time, and how much of it somebody read right.
import type { TextColumn } from './test-windows'

const WORDS = (
  'the window that you mean is shown to others exactly as it stands here and nothing else leaves this machine when work ' +
  'needs many small words people point at numbers names paths and errors in a table or a log and ask what does line say ' +
  'build failed after seconds because module could not find file report total amount received quarter budget travel ' +
  'invoice customer meeting agenda summary project release version branch review change request merge'
).split(' ')

/** One column for each size. `heightPx` is what must be filled. */
export function smallText({
  sizesPx,
  widthPx,
  heightPx,
}: {
  readonly sizesPx: readonly number[]
  readonly widthPx: number
  readonly heightPx: number
}): readonly TextColumn[] {
  const width = Math.floor(widthPx / sizesPx.length)
  return sizesPx.map((px, column) => {
    const random = numbersFrom(column + 1)
    const lines = Array.from({ length: Math.floor((heightPx - px * 3) / Math.round(px * 1.5)) }, () =>
      lineOf(random, Math.floor((width - 48) / (px * 0.62))),
    )
    return { px, width, lines }
  })
}

function lineOf(random: () => number, length: number): string {
  let line = ''
  for (;;) {
    const word = random() < 0.12 ? String(Math.floor(random() * 9000) + 1000) : pick(random)
    if (line.length + word.length + 1 > length) return line
    line = line === '' ? word : `${line} ${word}`
  }
}

function pick(random: () => number): string {
  return WORDS[Math.floor(random() * WORDS.length)] ?? ''
}

/** The same ones each time (a linear congruential generator), 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** 0 to 1: of the characters of `truth`, those that `read` has, in order. White space counts nothing. */
export function shareReadRight(truth: string, read: string): number {
  const wanted = truth.replace(/\s+/g, '')
  if (wanted === '') return 1
  return Math.max(0, 1 - distanceOf(wanted, read.replace(/\s+/g, '')) / wanted.length)
}

/** Levenshtein's, one row at a time. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}
