import { expect, it } from 'vitest'
import * as z from 'zod'
import { createContractCheck } from './contract-check'

it('a value is held against its row, and one that was right isn’t read again', () => {
  let reads = 0
  const row = z.object({ n: z.number() }).refine(() => (reads += 1) > 0)
  const check = createContractCheck()
  const document = { n: 1 }
  expect([check(row, document), check(row, document), reads]).toEqual([true, true, 1])
  expect(check(row, { n: 'one' })).toBe(false)
  expect(check(row, { n: 2 })).toBe(true)
})

it('a value that is right in one row may be wrong in another', () => {
  const check = createContractCheck()
  const value = { n: 1 }
  expect(check(z.object({ n: z.number() }), value)).toBe(true)
  expect(check(z.strictObject({}), value)).toBe(false)
  expect(check(z.literal('granted'), 'granted')).toBe(true)
  expect(check(z.undefined(), null)).toBe(false)
})
