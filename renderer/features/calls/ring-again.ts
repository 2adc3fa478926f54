// Owns saying once more that a call rings, which rang in a page that was lost. Who doesn't call any more answers that with
// `bye`, if they are there.
import type { SessionContext } from './session-context'

export function ringAgain({ line, emit }: Pick<SessionContext, 'line' | 'emit'>): void {
  void line.send({ t: 'ringing' }).outcome.then((outcome) => {
    if (outcome === 'offline') emit({ type: 'callerGone' })
  })
}
