// Owns a call whose other side's page went away and may come back: `left`. Pure. If it does, its new call takes this one's
// place (calls-machine.ts).
import type { CallEvent, CallState, Step } from './call-state'
import { bye, end, ignore } from './call-steps'

export function stepLeft(state: CallState, event: CallEvent, atMs: number): Step {
  switch (event.type) {
    case 'hangUpPressed':
    case 'declinePressed':
      return end(state, { reason: 'ended-by-me', atMs, tell: bye('hung-up') })
    case 'timerFired':
      return event.timer === 'return'
        ? end(state, { reason: 'ended-by-other', atMs, tell: null })
        : ignore(state)
    default:
      return ignore(state)
  }
}
