// Owns how often an address or an identity may do something: requests, sessions, messages.
import type { Allowance } from '../shared/rate/token-bucket'
import type { LimitHits } from './limit-hits'
import type { LimitName, Limits } from './limits'
import { createMeter } from './meter'

/** Each returns 0, or in how many ms it pays to try again. */
export interface Rates {
  request(address: string): number
  session(address: string): number
  /** Only for who has proved to be this identity: anybody could use up somebody else's. */
  sessionOf(identity: string): number
  message(address: string, identity: string, bytes: number): number
}

export interface RatesDeps {
  readonly limits: () => Limits
  readonly hits: LimitHits
  readonly nowMs: () => number
}

const BURST_S = 10
/** A frame may have four times as much; relaying costs about as much as its bytes. */
const BYTES_OF_ONE_MESSAGE = 16 * 1024

export function createRates({ limits, hits, nowMs }: RatesDeps): Rates {
  const meter = (name: LimitName, allowanceOf: (number: number) => Allowance) => {
    const keyed = createMeter(() => allowanceOf(limits()[name]), nowMs)
    return (key: string, cost?: number): number => {
      const waitMs = keyed.take(key, cost)
      if (waitMs > 0) hits.hit(name)
      return waitMs
    }
  }
  const perMinute = (number: number): Allowance => ({ burst: number, perSecond: number / 60 })
  const perSecond = (number: number): Allowance => ({ burst: number * BURST_S, perSecond: number })
  const messagesOfAddress = meter('messages-per-second-per-address', perSecond)
  const messagesOfId = meter('messages-per-second-per-id', perSecond)
  return {
    request: meter('requests-per-minute-per-address', perMinute),
    session: meter('sessions-per-minute-per-address', perMinute),
    sessionOf: meter('sessions-per-minute-per-id', perMinute),
    message(address, identity, bytes) {
      const cost = Math.max(1, Math.ceil(bytes / BYTES_OF_ONE_MESSAGE))
      // The identity first: what it may not send isn't taken from the others at its address.
      return messagesOfId(identity, cost) || messagesOfAddress(address, cost)
    },
  }
}
