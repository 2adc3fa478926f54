import { expect, it } from 'vitest'
import { MAX_SELF_TEST_CHARS, selfTestMessageSchema } from './self-test'

const ME = 'a'.repeat(32)
const good = { v: 1, t: 'self-test', from: ME, to: ME, value: '0'.repeat(32) }

it.each<[string, unknown, boolean]>([
  ['as we write it', good, true],
  ['of another version', { ...good, v: 2 }, false],
  ['of another kind', { ...good, t: 'invite' }, false],
  ['to somebody else', { ...good, to: 'b'.repeat(32) }, false],
  ['from no identity', { ...good, from: 'me', to: 'me' }, false],
  ['from a visit', { ...good, from: `${ME}-00000000`, to: `${ME}-00000000` }, false],
  ['with half a value', { ...good, value: '0'.repeat(16) }, false],
  ['with a value in capitals', { ...good, value: 'A'.repeat(32) }, false],
  ['with more than that', { ...good, callId: ME }, false],
  ['without a value', { ...good, value: undefined }, false],
  ['that is no object', 'self-test', false],
])('a message %s', (_, message, taken) => {
  expect(selfTestMessageSchema.safeParse(message).success).toBe(taken)
})

it('has room for itself within its bound', () => {
  expect(JSON.stringify(good).length).toBeLessThanOrEqual(MAX_SELF_TEST_CHARS)
})
