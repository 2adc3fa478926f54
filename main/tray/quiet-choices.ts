// Owns the choices of do-not-disturb in the tray, and what each of them means at the moment it is pressed. Pure.
import { isOnByHand, type DoNotDisturb, type QuietReason } from '../../shared/model/do-not-disturb'
import { nextMorning, quietEnd } from '../../shared/model/quiet-length'
import type { Verb } from '../../shared/model/verbs'
import { trayWords as words } from '../../shared/text/desktop-tray-en'
import { joined, type TrayAsk, type TrayItem } from './tray-item'

export type Quiet = {
  readonly wish: DoNotDisturb
  /** Why it is quiet now; null: it isn't. */
  readonly reason: QuietReason | null
}
/** Wall clock in words. */
export type ClockWords = (wallMs: number, nowMs: number) => string

export function verbOf(ask: TrayAsk, nowMs: number): Verb {
  if (ask.verb !== 'be-quiet') return ask
  return { verb: 'do-not-disturb', on: true, untilMs: quietEnd(ask.lasting, nowMs) }
}

type Choice = { readonly label: string; readonly ask: TrayAsk; readonly checked: boolean }

export function quietMenu({ wish, reason }: Quiet, nowMs: number, clock: ClockWords): TrayItem {
  const notes: readonly TrayItem[] =
    reason === null || reason === 'by-hand' ? [] : [{ is: 'note', label: words.quietBecause[reason] }]
  const choices = choicesOf(wish, nowMs, clock).map((choice): TrayItem => ({ is: 'radio', ...choice }))
  return { is: 'menu', label: words.quiet, items: joined([notes, choices]) }
}

function choicesOf(wish: DoNotDisturb, nowMs: number, clock: ClockWords): readonly Choice[] {
  const on = isOnByHand(wish, nowMs)
  const end = on ? wish.untilMs : null
  const morning = nextMorning(nowMs)
  const other: readonly Choice[] =
    end === null || end === morning
      ? []
      : [{ label: words.quietTill(clock(end, nowMs)), ask: quietUntil(end), checked: true }]
  return [
    { label: words.quietOff, ask: { verb: 'do-not-disturb', on: false, untilMs: null }, checked: !on },
    { label: words.quietHalfHour, ask: { verb: 'be-quiet', lasting: 'half-hour' }, checked: false },
    { label: words.quietHour, ask: { verb: 'be-quiet', lasting: 'hour' }, checked: false },
    {
      label: words.quietTillMorning(clock(morning, morning)),
      ask: { verb: 'be-quiet', lasting: 'till-morning' },
      checked: end === morning,
    },
    ...other,
    { label: words.quietForever, ask: quietUntil(null), checked: on && end === null },
  ]
}

const quietUntil = (untilMs: number | null): Verb => ({ verb: 'do-not-disturb', on: true, untilMs })

/** What a tooltip says of it; nothing where it isn't quiet. */
export function quietTip({ wish, reason }: Quiet, nowMs: number, clock: ClockWords): readonly string[] {
  if (reason === null) return []
  const why = words.tip.quiet[reason]
  const end = reason === 'by-hand' ? wish.untilMs : null
  return [end === null ? why : words.tip.quietTill(why, clock(end, nowMs))]
}
