// Owns messages that arrive through a server, signed: bounded, checked, verified, and handed on in each sender's order.
// What is a duplicate, and whose call it is, is courier.ts's.
import { CHANNEL_ONLY, type CallMessage } from '../../shared/protocol/call-messages'
import { identityOfPeerId } from '../../shared/protocol/identity'
import { MAX_BODY_CHARS } from '../../shared/protocol/limits'
import type { Envelope } from '../../shared/protocol/server-messages'
import type { Clock } from '../platform/clock'
import {
  checkHead,
  readHead,
  readMessage,
  type Checked,
  type MessageHead,
  type MessageProblem,
} from './courier-check'
import { ALL_SOURCES_ALLOWANCE, createBucket, SOURCE_ALLOWANCE, type Bucket } from './courier-limits'
import type { Signalling } from './signalling'
import type { Unsealer } from './signer'

/** Where a message came from: answers go there. */
export interface SocketOrigin {
  readonly signalling: Signalling
  readonly peerId: string
}

export interface SocketProblem {
  readonly problem: MessageProblem
  readonly origin: SocketOrigin
  /** Null where not even that could be read. */
  readonly head: MessageHead | null
  /** The sender's signature was right, so it is the sender's doing. */
  readonly verified: boolean
}

export interface InboxDeps {
  readonly me: string
  readonly unseal: Unsealer
  readonly clock: Clock
  onMessage(message: CallMessage, origin: SocketOrigin): void
  onProblem(problem: SocketProblem): void
}

export interface Inbox {
  take(origin: SocketOrigin, envelope: Envelope): void
}

/** Signatures under way at once, per sender and in all: what is over is dropped, so that a flood costs little. */
const PENDING_PER_SOURCE = 64
const PENDING_IN_ALL = 256
/** Senders remembered at once; the one quiet for longest goes first. */
const SOURCES = 256

interface Source {
  readonly bucket: Bucket
  pending: number
  /** Verdicts are delivered one after the other, in the order of arrival. */
  tail: Promise<void>
}

type Verdict =
  | { readonly message: CallMessage }
  | { readonly problem: MessageProblem; readonly head: MessageHead | null; readonly verified: boolean }

export function createInbox(deps: InboxDeps): Inbox {
  const sources = new Map<string, Source>()
  const everybody = createBucket(ALL_SOURCES_ALLOWANCE)
  let pending = 0

  /** One person has any number of PeerJS ids; another server's word about who sends counts for nothing here. */
  function sourceOf({ signalling, peerId }: SocketOrigin): Source {
    const key = `${signalling.server} ${identityOfPeerId(peerId) ?? peerId}`
    const known = sources.get(key)
    const source = known ?? { bucket: createBucket(SOURCE_ALLOWANCE), pending: 0, tail: Promise.resolve() }
    // Put last: a Map keeps the order of insertion, and the first is dropped.
    sources.delete(key)
    sources.set(key, source)
    for (const [oldest, { pending: waiting }] of sources) {
      if (sources.size <= SOURCES) break
      if (waiting === 0) sources.delete(oldest)
    }
    return source
  }

  const mayTake = (source: Source): boolean =>
    pending < PENDING_IN_ALL &&
    source.pending < PENDING_PER_SOURCE &&
    source.bucket.take(deps.clock.now()) &&
    everybody.take(deps.clock.now())

  return {
    take(origin, envelope) {
      const source = sourceOf(origin)
      if (!mayTake(source)) {
        deps.onProblem({ problem: 'rate-limited', origin, head: null, verified: false })
        return
      }
      pending += 1
      source.pending += 1
      const verdict = judge(deps, origin.peerId, envelope)
      const inTurn = async () => {
        const judged = await verdict
        pending -= 1
        source.pending -= 1
        deliver(deps, origin, judged)
      }
      // Either way: a bug in one delivery must not silence that sender.
      source.tail = source.tail.then(inTurn, inTurn)
    },
  }
}

function deliver(deps: InboxDeps, origin: SocketOrigin, verdict: Verdict): void {
  if ('message' in verdict) deps.onMessage(verdict.message, origin)
  else deps.onProblem({ ...verdict, origin })
}

const refused = (checked: Extract<Checked<unknown>, { ok: false }>, verified: boolean): Verdict => ({
  problem: checked.problem,
  head: checked.head,
  verified,
})

/** In this order: what costs little first, and nothing of the message is believed before its signature. */
async function judge(deps: InboxDeps, peerId: string, envelope: Envelope): Promise<Verdict> {
  const text = readHead(envelope.body, MAX_BODY_CHARS)
  if (!text.ok) return refused(text, false)
  const { head } = text.value
  const wrong = checkHead(head, identityOfPeerId(peerId), deps.me)
  if (wrong) return { problem: wrong, head, verified: false }
  const signer = await deps.unseal('call', envelope)
  if (signer === null) return { problem: 'signature-wrong', head, verified: false }
  if (signer !== head.from) return { problem: 'id-mismatch', head, verified: false }
  const message = readMessage(text.value)
  if (!message.ok) return refused(message, true)
  if (CHANNEL_ONLY.has(message.value.t)) return { problem: 'wrong-way', head, verified: true }
  return { message: message.value }
}
