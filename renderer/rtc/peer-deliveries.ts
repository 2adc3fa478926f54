// Owns what became of each call message that was handed to a server: acknowledged, expired, or nothing heard.
import type { Clock } from '../platform/clock'
import type { SendOutcome } from './signalling'

/** Our server acknowledges within milliseconds. */
export const ACK_TIMEOUT_MS = 2_000
/** A stock server says EXPIRE 5 to 6 s after nobody came to take a message, and nothing otherwise. */
export const EXPIRE_TIMEOUT_MS = 7_000
const MAX_PENDING = 256

export interface Deliveries {
  /** Waits for the outcome of the message numbered by `send`, which hands it over at once. */
  track(to: string, kind: 'own' | 'stock', send: (n: number) => void): Promise<SendOutcome>
  acknowledged(n: number, status: SendOutcome): void
  expired(to: string): void
  /** The line is down: nothing more will be heard of what is on its way. */
  lost(): void
}

interface Pending {
  readonly to: string
  readonly settle: (outcome: SendOutcome) => void
}

export function createDeliveries(clock: Clock): Deliveries {
  const pending = new Map<number, Pending>()
  let next = 1

  return {
    track(to, kind, send) {
      return new Promise((resolve) => {
        if (pending.size >= MAX_PENDING) return resolve('unconfirmed')
        const n = next++
        const undo = clock.after(kind === 'own' ? ACK_TIMEOUT_MS : EXPIRE_TIMEOUT_MS, () =>
          settle('unconfirmed'),
        )
        const settle = (outcome: SendOutcome) => {
          undo()
          pending.delete(n)
          resolve(outcome)
        }
        pending.set(n, { to, settle })
        send(n)
      })
    },
    acknowledged: (n, status) => pending.get(n)?.settle(status),
    expired(to) {
      for (const delivery of [...pending.values()]) if (delivery.to === to) delivery.settle('offline')
    },
    lost() {
      for (const delivery of [...pending.values()]) delivery.settle('unconfirmed')
    },
  }
}
