// The sentences that a code chooses. What all tables keep is renderer/app/word-tables.test.ts.
import { expect, test } from 'vitest'
import { FAILURE_CODES } from '../failure'
import { END_REASONS } from '../model/call'
import { addressProblemWords, deviceTroubleWords, endWords, failureWords, linkProblemWords } from './en-codes'
const coded = [
  ...END_REASONS.flatMap((reason) =>
    [true, false].flatMap((talked) => {
      const { title, next } = endWords(reason, { name: 'Ben', talked })
      return [
        { path: `end ${reason}`, sentence: title },
        { path: `end ${reason} next`, sentence: next },
      ]
    }),
  ),
  ...FAILURE_CODES.map((code) => ({ path: `failure ${code}`, sentence: failureWords(code) })),
  ...FAILURE_CODES.map((code) => ({
    path: `device ${code}`,
    sentence: deviceTroubleWords('camera', code, 'macOS'),
  })),
]

test('no sentence that a code chooses shouts, begs or blames', () => {
  const wrong = coded.filter(({ sentence }) => /!|\b(please|oops|invalid|error)\b/i.test(sentence))
  expect(wrong).toEqual([])
})

test.each(END_REASONS)('a call that ended as %s has its reason in words with the name', (reason) => {
  const { title } = endWords(reason, { name: 'Ben', talked: false })
  expect(title).not.toBe('')
  expect(title).toMatch(/Ben|You|server/)
})

test('a key that does not match says whether anything was sent', () => {
  const words = (talked: boolean) => endWords('identity-mismatch', { name: 'Ben', talked }).next
  expect(words(false)).toContain('before anything was sent')
  expect(words(true)).not.toContain('before anything was sent')
})

test('nobody is asked to call back who cannot be called', () => {
  const next = (canCall: boolean) => endWords('missed', { name: 'Ben', talked: false, canCall }).next
  expect(next(true)).toMatch(/call back/i)
  expect(next(false)).toBe('')
})

test('half a link is told by its number of characters', () => {
  expect(linkProblemWords('id-too-short', '12')).toContain('12 of 32 characters')
})

test('an address without its scheme is shown an example', () => {
  expect(addressProblemWords('not-a-url')).toContain('call.example.org')
})

test.each([
  ['Windows', "Windows doesn't let Parley use the microphone."],
  ['browser', "The system doesn't let Parley use the microphone."],
] as const)('on %s a permission kept by the system names it', (system, sentence) => {
  expect(deviceTroubleWords('microphone', 'permission-denied-by-system', system)).toBe(sentence)
})
