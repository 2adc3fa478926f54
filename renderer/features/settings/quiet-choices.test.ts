import { describe, expect, it } from 'vitest'
import { DEFAULT_DO_NOT_DISTURB as OFF, type DoNotDisturb } from '../../../shared/model/do-not-disturb'
import { quietAfter, quietChoices, quietNow } from './quiet-choices'

const NOW = new Date(2026, 4, 14, 21, 30).getTime()
const MORNING = new Date(2026, 4, 15, 8).getTime()
const MINUTE = 60_000
const on = (untilMs: number | null): DoNotDisturb => ({ ...OFF, on: true, untilMs })

describe('do not disturb', () => {
  it.each([
    [OFF, 'off'],
    [on(null), 'forever'],
    [on(MORNING), 'till-morning'],
    [on(NOW + 20 * MINUTE), 'till'],
    [on(NOW - 1), 'off'],
  ])('of %j is %s', (wish, choice) => {
    expect(quietNow(wish, NOW)).toBe(choice)
    expect(quietChoices(wish, NOW)).toContain(choice)
  })

  it('offers what was set before only while it lasts', () => {
    expect(quietChoices(OFF, NOW)).toEqual(['off', 'half-hour', 'hour', 'till-morning', 'forever'])
    expect(quietChoices(on(NOW + MINUTE), NOW)).toContain('till')
  })

  it.each([
    ['off', OFF],
    ['half-hour', on(NOW + 30 * MINUTE)],
    ['hour', on(NOW + 60 * MINUTE)],
    ['till-morning', on(MORNING)],
    ['forever', on(null)],
    ['till', on(NOW + MINUTE)],
  ] as const)('set to %s', (choice, wish) => {
    expect(quietAfter(choice, on(NOW + MINUTE), NOW)).toEqual(wish)
  })
})
