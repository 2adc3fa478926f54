// Every table of words, also those that are added later: how its sentences are written, and that a number's noun agrees.
import { expect, test } from 'vitest'

const tables = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../shared/text/*.ts', '!**/*.test.ts', '!**/plural.ts'],
  { eager: true },
)
const sources = import.meta.glob<string>(['../../shared/text/*.ts', '!**/*.test.ts', '!**/plural.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

interface Sentence {
  readonly path: string
  readonly words: string
}

/** Functions with something plausible put in, with each of these numbers. */
const NUMBERS = [0, 1, 2, 5, 1_204]

function said(make: (...given: unknown[]) => unknown, path: string): Sentence[] {
  return NUMBERS.flatMap((n) =>
    [
      [n, n, n],
      ['Ben', n, n],
    ].map((given) => ({ path: `${path}(${given.join()})`, words: String(Reflect.apply(make, null, given)) })),
  )
}

function sentences(value: unknown, path: string): Sentence[] {
  if (typeof value === 'string') return [{ path, words: value }]
  if (typeof value === 'function')
    return said((...given) => Reflect.apply(value, null, given) as unknown, path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`))
}

const all = Object.entries(tables).flatMap(([file, table]) =>
  Object.entries(table)
    .filter(([, part]) => typeof part !== 'function')
    .flatMap(([name, part]) => sentences(part, `${file.slice(file.lastIndexOf('/') + 1)} ${name}`)),
)

test('every table is looked at', () => {
  const withWords = new Set(all.map(({ path }) => path.split(' ')[0]))
  const files = Object.keys(sources).map((file) => file.slice(file.lastIndexOf('/') + 1))
  // What a code chooses is words.test.ts's.
  const chosen = Object.entries(tables).filter(([, table]) =>
    Object.entries(table).every(([name, part]) => name.endsWith('Words') && typeof part === 'function'),
  )
  expect(files.length - chosen.length).toBeLessThanOrEqual(withWords.size)
  expect(all.length).toBeGreaterThan(500)
})

test('no sentence shouts, begs or blames', () => {
  expect(all.filter(({ words }) => /!|\b(please|oops|invalid|error)\b/i.test(words))).toEqual([])
})

test('names of things are in sentence case', () => {
  const names = all.filter(({ words }) =>
    /^\p{Lu}[\p{Ll}']+ (?!Ben|Parley|PeerJS|Enter)\p{Lu}\p{Ll}/u.test(words),
  )
  expect(names.filter(({ words }) => !/^Open System Settings$/.test(words))).toEqual([])
})

test('a number and its unit never break apart', () => {
  expect(all.filter(({ words }) => /\d (s|min|h|ms|fps|kb\/s|Mb\/s|KB|MB|%)(\b|$)/.test(words))).toEqual([])
})

test('a number and its noun agree', () => {
  const wrong = all.filter(({ words }) =>
    /(?<![\d,.])1[ \u00a0](\p{L}+ )?(calls|windows|texts|people|days|minutes|contacts|entries|lines|seconds)\b/u.test(
      words,
    ),
  )
  expect(wrong).toEqual([])
})

test('no table chooses a form by hand: languages have other rules than English', () => {
  const byHand = Object.entries(sources).filter(([, source]) =>
    /[!=]== ?1\b|\b1 ?[!=]==|> ?1 ?\?/.test(source),
  )
  expect(byHand.map(([file]) => file)).toEqual([])
})
