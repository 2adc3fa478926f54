// Owns how main writes a time of day: twelve or twenty-four hours follow the system, the day's name is in the words' language.
import type { ClockWords } from './quiet-choices'

const LANGUAGE = 'en'
const DAY = { weekday: 'short' } as const

/** "14:30"; of another day "Tue 14:30". `system` and `zone` are the computer's own where they are left out. */
export function clockWords(system?: string, zone?: string): ClockWords {
  const { hourCycle } = new Intl.DateTimeFormat(system, { hour: 'numeric' }).resolvedOptions()
  const where = zone === undefined ? {} : { timeZone: zone }
  const time = { hour: 'numeric', minute: '2-digit', ...(hourCycle ? { hourCycle } : {}), ...where } as const
  const written = (ms: number, how: Intl.DateTimeFormatOptions): string =>
    new Date(ms).toLocaleString(LANGUAGE, { ...how, ...where })
  const date = (ms: number): string => written(ms, { dateStyle: 'short' })
  return (wallMs, nowMs) =>
    date(wallMs) === date(nowMs)
      ? written(wallMs, time)
      : `${written(wallMs, DAY)}\u00a0${written(wallMs, time)}`
}
