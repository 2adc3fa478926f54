// Owns times, dates and durations in words. Twelve or twenty-four hours, and the order of a date, follow the system; the names
// of days and months are of the words' own language, so that no “Montag” stands under “Yesterday”.
import { text } from '../../shared/text/en'
import { once } from '../lib/once'

/** Of the tables in shared/text. */
const LANGUAGE = 'en'
/** Where the system speaks another language: a day before its month, as most of the world has it. */
const ELSEWHERE = 'en-GB'

/** `system`: as Intl names it. */
export function wordsLocale(system: string): string {
  return system.split('-')[0] === LANGUAGE ? system : ELSEWHERE
}

const format = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  once(() => {
    const locale = wordsLocale(new Intl.DateTimeFormat().resolvedOptions().locale)
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  })

// Each is made once: that costs more than a list's worth of dates does.
const TIME = once(() => {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()
  return format({ hour: 'numeric', minute: '2-digit', ...(hourCycle ? { hourCycle } : {}) })()
})
const WEEKDAY = format({ weekday: 'long' })
const DAY = format({ day: 'numeric', month: 'long' })
const DAY_OF_YEAR = format({ day: 'numeric', month: 'long', year: 'numeric' })
const WHOLE_DATE = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** A format keeps the zone it was made in, a computer may travel: it is told this computer's time as if that were UTC. */
const written = (made: () => Intl.DateTimeFormat, wallMs: number): string =>
  made().format(wallMs - zoneMs(wallMs))

const zoneMs = (wallMs: number): number => new Date(wallMs).getTimezoneOffset() * 60_000

/** "0:06", "12:47", "1:02:03". */
export function clockTime(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = String(total % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/** "45 s", "48 min", "1 h 12 min". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return text.time.seconds(seconds)
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? text.time.minutes(minutes) : text.time.hours(Math.floor(minutes / 60), minutes % 60)
}

export function timeOfDay(wallMs: number): string {
  return written(TIME, wallMs)
}

export function wholeDate(wallMs: number): string {
  return written(WHOLE_DATE, wallMs)
}

/** Counts the days as this computer's zone has them. */
export function dayNumber(wallMs: number): number {
  return Math.floor((wallMs - zoneMs(wallMs)) / 86_400_000)
}

/** "Today", "Yesterday", a weekday within the week, else a date; also of a day to come, where a clock was set back. */
export function dayName(wallMs: number, nowMs: number): string {
  const days = dayNumber(nowMs) - dayNumber(wallMs)
  if (days === 0) return text.time.today
  if (days === 1) return text.time.yesterday
  if (days > 0 && days < 7) return written(WEEKDAY, wallMs)
  const sameYear = new Date(wallMs).getFullYear() === new Date(nowMs).getFullYear()
  return written(sameYear ? DAY : DAY_OF_YEAR, wallMs)
}
