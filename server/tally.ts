// Owns what the server has done so far, as plain numbers: a message must not cost more for being counted. Who shows them reads
// them (prom-metrics.ts); the app's own server shows nothing.
import type { FailureCode } from '../shared/failure'
import type { ClientFrame } from './frames'

export type Outcome = FailureCode | 'ok'

export interface Tally {
  readonly frames: Readonly<Record<ClientFrame['type'], number>>
  readonly admissions: ReadonlyMap<Outcome, number>
  readonly sessions: ReadonlyMap<Outcome, number>
  /** Clients that were let in and then sent away, by why. */
  readonly closings: ReadonlyMap<Outcome, number>
  frame(type: ClientFrame['type']): void
  admission(outcome: Outcome): void
  session(outcome: Outcome): void
  closing(code: FailureCode): void
}

export function createTally(): Tally {
  const frames = { HEARTBEAT: 0, CTL: 0, OFFER: 0, ANSWER: 0, CANDIDATE: 0, LEAVE: 0 }
  const counted = () => {
    const counts = new Map<Outcome, number>()
    return { counts, add: (outcome: Outcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1) }
  }
  const [admissions, sessions, closings] = [counted(), counted(), counted()]
  return {
    frames,
    admissions: admissions.counts,
    sessions: sessions.counts,
    closings: closings.counts,
    frame: (type) => void (frames[type] += 1),
    admission: admissions.add,
    session: sessions.add,
    closing: closings.add,
  }
}
