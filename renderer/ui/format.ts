// Owns times and durations in words. Times of day follow the system.
import { text } from '../../shared/text/en'

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
  return new Date(wallMs).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' })
}

function dayNumber(wallMs: number): number {
  const date = new Date(wallMs)
  return Math.floor((wallMs - date.getTimezoneOffset() * 60_000) / 86_400_000)
}

/** "Today", "Yesterday", a weekday within the week, else a date. */
export function dayName(wallMs: number, nowMs: number): string {
  const days = dayNumber(nowMs) - dayNumber(wallMs)
  if (days <= 0) return text.time.today
  if (days === 1) return text.time.yesterday
  const date = new Date(wallMs)
  if (days < 7) return date.toLocaleDateString(undefined, { weekday: 'long' })
  const sameYear = date.getFullYear() === new Date(nowMs).getFullYear()
  return date.toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
