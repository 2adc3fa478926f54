// Owns what do-not-disturb can be set to on the settings' page, and which of it is set. Pure.
import { isOnByHand, type DoNotDisturb } from '../../../shared/model/do-not-disturb'
import { nextMorning, QUIET_LENGTHS, quietEnd, type QuietLength } from '../../../shared/model/quiet-length'

/** `till`: until a time that was set before, which the lengths would name anew. */
export type QuietChoice = 'off' | QuietLength | 'till' | 'forever'

export function quietChoices(wish: DoNotDisturb, nowMs: number): readonly QuietChoice[] {
  const now = quietNow(wish, nowMs)
  return ['off', ...QUIET_LENGTHS, ...(now === 'till' ? (['till'] as const) : []), 'forever']
}

export function quietNow(wish: DoNotDisturb, nowMs: number): QuietChoice {
  if (!isOnByHand(wish, nowMs)) return 'off'
  if (wish.untilMs === null) return 'forever'
  return wish.untilMs === nextMorning(nowMs) ? 'till-morning' : 'till'
}

export function quietAfter(choice: QuietChoice, wish: DoNotDisturb, nowMs: number): DoNotDisturb {
  switch (choice) {
    case 'off':
      return { ...wish, on: false, untilMs: null }
    case 'till':
      return wish
    case 'forever':
      return { ...wish, on: true, untilMs: null }
    default:
      return { ...wish, on: true, untilMs: quietEnd(choice, nowMs) }
  }
}
