import { describe, expect, it, test } from 'vitest'
import { DEFAULT_DO_NOT_DISTURB } from '../../shared/model/do-not-disturb'
import { clockWords } from './clock-words'
import { nextMorning } from '../../shared/model/quiet-length'
import { quietMenu, verbOf, type Quiet } from './quiet-choices'
import { drawn, NOON } from './testing/tray-states'

const HOUR_MS = 3_600_000
const clock = clockWords('de')
const on = (untilMs: number | null): Quiet => ({
  wish: { ...DEFAULT_DO_NOT_DISTURB, on: true, untilMs },
  reason: 'by-hand',
})
const off = (reason: Quiet['reason']): Quiet => ({ wish: DEFAULT_DO_NOT_DISTURB, reason })
const ticked = (quiet: Quiet) =>
  drawn([quietMenu(quiet, NOON, clock)])
    .filter((line) => line.includes('(o)'))
    .map((line) => line.slice(6))

describe('do not disturb in the tray', () => {
  test.each([
    ['off', off(null), 'Off'],
    ['on', on(null), 'Until I switch it off'],
    ['on until tomorrow morning', on(nextMorning(NOON)), 'Until tomorrow, 08:00'],
    ['on until another time', on(NOON + 2.5 * HOUR_MS), 'Until 14:30'],
    ['on until another day', on(NOON + 72 * HOUR_MS), 'Until Fri\u00a012:00'],
    ['on until a time that is over', on(NOON - 1), 'Off'],
    ['off, quiet for another reason', off('sharing'), 'Off'],
  ])('%s ticks that', (_, quiet, label) => {
    expect(ticked(quiet)).toEqual([label])
  })

  test.each([
    ['sharing', 'Quiet now because you share'],
    ['system', 'Quiet now because the system is'],
  ] as const)('says why it is quiet by %s', (reason, label) => {
    expect(drawn([quietMenu(off(reason), NOON, clock)]).slice(1, 3)).toEqual([`  - ${label}`, '  ---'])
  })

  test.each([
    ['half-hour', NOON + HOUR_MS / 2],
    ['hour', NOON + HOUR_MS],
    ['till-morning', new Date(2027, 2, 3, 8).getTime()],
  ] as const)('%s counts from the press', (lasting, untilMs) => {
    expect(verbOf({ verb: 'be-quiet', lasting }, NOON)).toEqual({ verb: 'do-not-disturb', on: true, untilMs })
  })

  it('tomorrow is the next date, also after midnight and at the end of a month', () => {
    expect(nextMorning(new Date(2027, 1, 28, 1).getTime())).toBe(new Date(2027, 2, 1, 8).getTime())
  })

  it('what doesn’t depend on the time is asked as it stands', () => {
    expect(verbOf({ verb: 'hang-up' }, NOON)).toEqual({ verb: 'hang-up' })
  })
})

describe('a time of day', () => {
  const time = Date.UTC(2027, 2, 2, 14, 5)
  test.each([
    ['de', '14:05'],
    ['en-US', '2:05 PM'],
    ['en-GB', '14:05'],
  ])('is written with the hours of %s', (system, written) => {
    expect(clockWords(system, 'UTC')(time, time).replaceAll('\u202f', ' ')).toBe(written)
  })

  it('has its day where that is another one', () => {
    expect(clockWords('de', 'UTC')(time, time - 24 * HOUR_MS)).toBe('Tue\u00a014:05')
  })
})
