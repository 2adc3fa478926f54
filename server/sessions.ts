// Owns who gets a ticket: a nonce out, a signed body in, and each reason to refuse with its own code.
// Leaves HTTP to http-app.ts and what a ticket opens to admission.ts.
import type { FailureCode } from '../shared/failure'
import { normaliseBaseUrl } from '../shared/link/base-url'
import { identityOfPeerId } from '../shared/protocol/identity'
import {
  envelopeSchema,
  sessionBodySchema,
  type ChallengeAnswer,
  type Envelope,
  type SessionAnswer,
  type SessionBody,
} from '../shared/protocol/server-messages'
import { fail, failFor, ok, type Result } from '../shared/result'
import type { Audiences } from './audiences'
import { identityOfKey, signatureIsRight } from './identity-key'
import type { JoinGate } from './join-gate'
import type { Log } from './log'
import type { Stamps, StampState } from './stamps'

export interface Sessions {
  challenge(): ChallengeAnswer
  /** `request` is the parsed body of POST /session, not checked yet; `address` whose guesses of the join code are counted. */
  open(request: unknown, address: string): Result<SessionAnswer>
}

export interface SessionDeps {
  readonly nonces: Stamps
  readonly tickets: Stamps
  readonly audiences: Audiences
  /** Made anew for each session. */
  readonly iceServers: (identity: string) => Pick<SessionAnswer, 'iceServers' | 'iceLifeMs'>
  readonly guestPage: boolean
  readonly join: JoinGate
  readonly mayUse: (identity: string) => boolean
  /** 0, or in how many ms this identity may have another session. */
  readonly waitMs: (identity: string) => number
  readonly log: Log
}

const NONCE_CODES: Readonly<Record<Exclude<StampState, 'fresh'>, FailureCode>> = {
  unknown: 'nonce-unknown',
  expired: 'nonce-expired',
  used: 'nonce-used',
}

export function createSessions(deps: SessionDeps): Sessions {
  const tellOperator = createAudienceWarning(deps.log)

  function check(envelope: Envelope, body: SessionBody, address: string): Result<void> {
    const audience = normaliseBaseUrl(body.audience)
    if (!audience.ok || audience.value !== body.audience) return fail('bad-input', 'audience is no base URL')
    if (!deps.audiences.accepts(audience.value)) {
      tellOperator(audience.value)
      return fail('wrong-audience')
    }
    const nonce = deps.nonces.check(body.nonce, '')
    if (nonce !== 'fresh') return fail(NONCE_CODES[nonce])
    if (!signatureIsRight('ticket', envelope)) return fail('signature-wrong')
    if (identityOfPeerId(body.id) !== identityOfKey(envelope.key)) return fail('id-mismatch')
    const joined = deps.join.check(body, address)
    if (!joined.ok) return joined
    // Last: only who is this identity uses its sessions up.
    const identity = identityOfPeerId(body.id) ?? ''
    if (!deps.mayUse(identity)) return fail('not-invited')
    const waitMs = deps.waitMs(identity)
    return waitMs === 0 ? ok(undefined) : failFor('rate-limited', waitMs)
  }

  return {
    challenge: () => ({
      ...{ v: 1, nonce: deps.nonces.issue('') },
      ...(deps.join.isWanted() ? { joinCode: true } : {}),
    }),
    open(request, address) {
      const envelope = envelopeSchema.safeParse(request)
      if (!envelope.success) return fail('bad-input', 'not an envelope')
      const body = readBody(envelope.data.body)
      if (!body.ok) return body
      const checked = check(envelope.data, body.value, address)
      if (!checked.ok) return checked
      // Only now, so that a refused request costs nothing that is remembered.
      deps.nonces.spend(body.value.nonce)
      return ok({
        v: 1,
        ticket: deps.tickets.issue(body.value.id),
        ...deps.iceServers(identityOfPeerId(body.value.id) ?? ''),
        guestPage: deps.guestPage,
      })
    },
  }
}

function readBody(text: string): Result<SessionBody> {
  const json = parseJson(text)
  if (hasOtherVersion(json)) return fail('version-unsupported')
  const body = sessionBodySchema.safeParse(json)
  return body.success ? ok(body.data) : fail('bad-input', 'not a session body')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no schema of ours takes undefined
  }
}

function hasOtherVersion(json: unknown): boolean {
  return (
    typeof json === 'object' && json !== null && 'v' in json && typeof json.v === 'number' && json.v !== 1
  )
}

const MAX_TOLD = 20

/** Each name once, and not for ever: anybody can ask for any audience. */
function createAudienceWarning(log: Log): (audience: string) => void {
  const told = new Set<string>()
  return (audience) => {
    if (told.size >= MAX_TOLD || told.has(audience)) return
    told.add(audience)
    log.warn(
      `a client reached this server as ${audience}, which it doesn't answer to. If that is right, add: --origin ${audience}`,
    )
  }
}
