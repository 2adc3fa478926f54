// Owns how often an address or an identity may do something: requests, sessions, messages, questions after others.
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
  /** Taken by each wrong join code. */
  wrongCode(address: string): void
  /** 0, or in how many ms a code of this address is looked at again. */
  codeWait(address: string): number
  message(address: string, identity: string, bytes: number): number
  /** Of `sender` after `target`; what a question is, is asking.ts's. Null: it may be asked. */
  question(sender: string, target: string): AskedTooOften | null
}

export interface AskedTooOften {
  /** Sooner it is refused again. */
  readonly retryAfterMs: number
  /** Asked on in spite of it: not served any more. */
  readonly ends: boolean
}

export interface RatesDeps {
  readonly limits: () => Limits
  readonly hits: LimitHits
  readonly nowMs: () => number
}

const BURST_S = 10
const QUESTIONS_BURST_MIN = 4
const TARGET_BURST_S = 100
/** A frame may have four times as much; relaying costs about as much as its bytes. */
const BYTES_OF_ONE_MESSAGE = 16 * 1024

const ofSender = (perMinute: number): Allowance => ({
  burst: perMinute * QUESTIONS_BURST_MIN,
  perSecond: perMinute / 60,
})
const ofTarget = (perMinute: number): Allowance => ({
  burst: (perMinute / 60) * TARGET_BURST_S,
  perSecond: perMinute / 60,
})

export function createRates({ limits, hits, nowMs }: RatesDeps): Rates {
  const metered = (name: LimitName, allowanceOf: (number: number) => Allowance, single = false) => {
    const keyed = createMeter({ allowance: () => allowanceOf(limits()[name]), nowMs, single })
    const take = (key: string, cost?: number): number => {
      const waitMs = keyed.take(key, cost)
      if (waitMs > 0) hits.hit(name)
      return waitMs
    }
    const wait = (key: string): number => {
      const waitMs = keyed.wait(key)
      if (waitMs > 0) hits.hit(name)
      return waitMs
    }
    return { ...keyed, take, wait }
  }
  const meter = (name: LimitName, allowanceOf: (number: number) => Allowance) =>
    metered(name, allowanceOf).take
  const perMinute = (number: number): Allowance => ({ burst: number, perSecond: number / 60 })
  const perSecond = (number: number): Allowance => ({ burst: number * BURST_S, perSecond: number })
  const messagesOfAddress = meter('messages-per-second-per-address', perSecond)
  const messagesOfId = meter('messages-per-second-per-id', perSecond)
  const wrongCodes = metered('wrong-join-codes-per-minute-per-address', perMinute)
  const questionsOf = metered('questions-per-minute-per-id', ofSender, true)
  const questionsAfter = metered('questions-per-minute-per-target', ofTarget, true)
  return {
    request: meter('requests-per-minute-per-address', perMinute),
    session: meter('sessions-per-minute-per-address', perMinute),
    sessionOf: meter('sessions-per-minute-per-id', perMinute),
    wrongCode: (address) => void wrongCodes.take(address),
    codeWait: wrongCodes.wait,
    message(address, identity, bytes) {
      const cost = Math.max(1, Math.ceil(bytes / BYTES_OF_ONE_MESSAGE))
      // The identity first: what it may not send isn't taken from the others at its address.
      return messagesOfId(identity, cost) || messagesOfAddress(address, cost)
    },
    question(sender, target) {
      if (questionsOf.take(sender) > 0) {
        const { waitMs, isWorst } = questionsOf.penalise(sender)
        return { retryAfterMs: waitMs, ends: isWorst }
      }
      // Whose target is full isn't to blame.
      const waitMs = questionsAfter.take(target)
      return waitMs > 0 ? { retryAfterMs: waitMs, ends: false } : null
    },
  }
}
