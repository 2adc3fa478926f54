// Owns whether somebody has the join code, where the operator set one: a proof that is the right one for this nonce, this server
// and this id, and how often an address may be wrong. What a proof is over is shared/protocol/join-code.ts.
import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { fromBase64url } from '../shared/encoding/base64url'
import { JOIN_KEY_BYTES, JOIN_ROUNDS, joinSalt, joinText } from '../shared/protocol/join-code'
import type { SessionBody } from '../shared/protocol/server-messages'
import { fail, failFor, ok, type Result } from '../shared/result'
import type { Rates } from './rates'

export interface JoinGate {
  isWanted(): boolean
  /** The name in `body` must be one of this server's already: each costs a derivation that is kept. */
  check(body: SessionBody, address: string): Result<void>
}

/** `code`: as it is now; null: none is needed. */
export function createJoinGate(
  code: () => string | null,
  rates: Pick<Rates, 'codeWait' | 'wrongCode'>,
): JoinGate {
  const keyOf = createKeys()
  return {
    isWanted: () => code() !== null,
    check(body, address) {
      const wanted = code()
      if (wanted === null) return ok(undefined)
      const given = body.join === undefined ? null : fromBase64url(body.join)
      if (given === null) return fail('join-code-needed')
      // Also for the right one: an answer would tell which it is.
      const waitMs = rates.codeWait(address)
      if (waitMs > 0) return failFor('rate-limited', waitMs)
      const right = createHmac('sha256', keyOf(wanted, body.audience)).update(joinText(body)).digest()
      if (given.length === right.length && timingSafeEqual(given, right)) return ok(undefined)
      rates.wrongCode(address)
      return fail('join-code-wrong')
    },
  }
}

/** Those of the present code. */
function createKeys(): (code: string, audience: string) => Buffer {
  let of = ''
  let keys = new Map<string, Buffer>()
  return (code, audience) => {
    if (code !== of) keys = new Map()
    of = code
    const known = keys.get(audience)
    if (known) return known
    const key = pbkdf2Sync(code, joinSalt(audience), JOIN_ROUNDS, JOIN_KEY_BYTES, 'sha256')
    keys.set(audience, key)
    return key
  }
}
