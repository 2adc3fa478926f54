import { expect, onTestFinished, test, vi } from 'vitest'
import { clockTime, dayName, duration, timeOfDay, wordsLocale } from './format'

test.each([
  [0, '0:00'],
  [6_999, '0:06'],
  [767_000, '12:47'],
  [3_723_000, '1:02:03'],
  [-5, '0:00'],
])('%i ms on a call reads %s', (ms, shown) => {
  expect(clockTime(ms)).toBe(shown)
})

test.each([
  [12_000, '12 s'],
  [59_700, '1 min'],
  [48 * 60_000, '48 min'],
  [72 * 60_000, '1 h 12 min'],
  [120 * 60_000, '2 h'],
])('%i ms in a list reads %s', (ms, words) => {
  expect(duration(ms).replaceAll('\u00a0', ' ')).toBe(words)
})

test.each([
  [new Date(2026, 10, 20, 0, 5), 'Today'],
  [new Date(2026, 10, 19, 23, 55), 'Yesterday'],
  [new Date(2026, 10, 16, 12), 'Monday'],
])('%s is called %s', (date, name) => {
  expect(dayName(date.getTime(), new Date(2026, 10, 20, 13).getTime())).toBe(name)
})

test('another year is named', () => {
  const name = dayName(new Date(2025, 4, 3).getTime(), new Date(2026, 10, 20).getTime())
  expect(name).toContain('2025')
})

test.each([
  ['en-US', 'en-US'],
  ['en', 'en'],
  ['de-DE', 'en-GB'],
  ['ar-EG', 'en-GB'],
  ['enm', 'en-GB'],
])('on a system in %s dates are written as in %s', (system, locale) => {
  expect(wordsLocale(system)).toBe(locale)
})

test('a time of day has its hours and minutes', () => {
  expect(timeOfDay(new Date(2026, 10, 20, 9, 5).getTime())).toMatch(/9:05/)
})

test('a time of day is the one where the computer is, wherever it was before', () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  const noon = Date.UTC(2026, 10, 20, 12)
  const hourIn = (zone: string): string => {
    vi.stubEnv('TZ', zone)
    return timeOfDay(noon)
  }
  expect(hourIn('Asia/Tokyo')).toMatch(/21:00|9:00.?PM/)
  expect(hourIn('America/New_York')).toMatch(/0?7:00/)
})
