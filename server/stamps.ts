// Owns one kind of server-made, short-lived, single-use proof: nonces and tickets are both stamps.
// A stamp is a MAC over kind, subject and expiry, so nothing is kept until it is spent.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { fromBase64url } from '../shared/encoding/base64url'

export type StampState = 'fresh' | 'unknown' | 'expired' | 'used'

export interface Stamps {
  /** `subject` is what the stamp is for: a PeerJS id, or nothing. */
  issue(subject: string): string
  check(stamp: string, subject: string): StampState
  /** From now on the stamp is `used`. Check first, in the same turn. */
  spend(stamp: string): void
}

export interface StampOptions {
  /** Keeps a nonce from passing as a ticket. */
  readonly kind: string
  readonly secret: Buffer
  readonly lifeMs: number
  /** Monotonic milliseconds: a clock that is set back must not revive a stamp. */
  readonly nowMs: () => number
}

const MAC_BYTES = 16
const EXPIRY_BYTES = 6
const RANDOM_BYTES = 10
const STAMP_BYTES = EXPIRY_BYTES + RANDOM_BYTES + MAC_BYTES

export function createStamps(options: StampOptions): Stamps {
  const spent = createSpentSet(options.lifeMs, options.nowMs)
  const macOf = (head: Buffer, subject: string): Buffer =>
    createHmac('sha256', options.secret)
      .update(`${options.kind}\n${subject}\n`)
      .update(head)
      .digest()
      .subarray(0, MAC_BYTES)

  return {
    issue(subject) {
      const head = Buffer.alloc(EXPIRY_BYTES + RANDOM_BYTES)
      head.writeUIntBE(Math.ceil(options.nowMs() + options.lifeMs), 0, EXPIRY_BYTES)
      randomBytes(RANDOM_BYTES).copy(head, EXPIRY_BYTES)
      return Buffer.concat([head, macOf(head, subject)]).toString('base64url')
    },
    check(stamp, subject) {
      const bytes = fromBase64url(stamp)
      if (bytes?.length !== STAMP_BYTES) return 'unknown'
      const whole = Buffer.from(bytes.buffer)
      const head = whole.subarray(0, EXPIRY_BYTES + RANDOM_BYTES)
      if (!timingSafeEqual(whole.subarray(head.length), macOf(head, subject))) return 'unknown'
      const leftMs = head.readUIntBE(0, EXPIRY_BYTES) - options.nowMs()
      if (leftMs <= 0) return 'expired'
      // From the future: our own clock never gave it so long.
      if (leftMs > Math.ceil(options.lifeMs) + 1) return 'unknown'
      return spent.has(stamp) ? 'used' : 'fresh'
    },
    spend(stamp) {
      spent.add(stamp)
    },
  }
}

/** Remembers for at least lifeMs and at most twice as long, without a timer: two sets that take turns. */
function createSpentSet(
  lifeMs: number,
  nowMs: () => number,
): Pick<Set<string>, 'has'> & { add(stamp: string): void } {
  let current = new Set<string>()
  let previous = new Set<string>()
  let turnedAtMs = nowMs()
  return {
    has: (stamp) => current.has(stamp) || previous.has(stamp),
    add(stamp) {
      if (nowMs() - turnedAtMs >= lifeMs) {
        previous = current
        current = new Set()
        turnedAtMs = nowMs()
      }
      current.add(stamp)
    },
  }
}
