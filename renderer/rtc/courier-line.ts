// Owns one call's outgoing messages: numbers, the choice of ways, sealing in order, repeats where nothing was confirmed.
// Also takes that call's messages from its ctl channel. What arrives through a server is courier-inbox.ts's.
import { BOTH_WAYS, type CallMessage, type CallMessageContent } from '../../shared/protocol/call-messages'
import { MAX_CTL_CHARS, PROTOCOL_VERSION } from '../../shared/protocol/limits'
import type { Envelope } from '../../shared/protocol/server-messages'
import type { Result } from '../../shared/result'
import type { Clock } from '../platform/clock'
import type { CallPath } from './call-path'
import { checkHead, readHead, readMessage, type Checked, type MessageProblem } from './courier-check'
import { CHANNEL_ALLOWANCE, createBucket, createSeqWindow } from './courier-limits'
import { createPost, type Sent } from './courier-post'
import type { SocketOrigin } from './courier-inbox'
import type { Signer } from './signer'

export interface LineDeps {
  readonly signer: Signer
  readonly clock: Clock
  /** Our own name, as it is when a message is made. */
  name(): string
}

export interface LineFacts {
  readonly callId: string
  /** The other side's identity. */
  readonly person: string
  readonly role: 'caller' | 'callee'
  readonly path: number
  /** Numbers begin after this. */
  readonly afterSeq?: number
}

/** A message with its number, being sealed ahead of time. */
export interface Prepared {
  readonly kind: CallMessageContent['t']
  readonly seq: number
  readonly body: string
  readonly sealed: Promise<Result<Envelope>> | null
}

export interface CourierLine {
  readonly facts: LineFacts
  /** Through which server, and to which PeerJS id there, from now on. */
  setSocket(origin: SocketOrigin): void
  socket(): SocketOrigin | null
  setChannel(path: CallPath | null): void
  /** While nothing comes back over the channel, only what goes both ways uses it. */
  trustChannel(trusted: boolean): void
  prepare(content: CallMessageContent): Prepared
  send(message: CallMessageContent | Prepared): Sent
  /** Over the channel or not at all: pings. Returns the number, or null. */
  sendOnChannel(content: CallMessageContent): number | null
  /** True the first time that number comes from the other side, on either way. */
  isNew(seq: number): boolean
  /** A text from the channel: DTLS covers who sent it, everything else is checked. Null: a repeat. */
  readChannel(text: string): Checked<CallMessage> | null
  /** Resolves when everything that was sent has its outcome. */
  settled(): Promise<void>
  /** Nothing new is handed over, except what ends a call. */
  end(): void
}

export function createLine(deps: LineDeps, facts: LineFacts): CourierLine {
  const { signer, clock } = deps
  const post = createPost(clock)
  const seen = createSeqWindow()
  const bucket = createBucket(CHANNEL_ALLOWANCE)
  let seq = facts.afterSeq ?? 0
  let path: CallPath | null = null
  let trusted = true

  function prepare(content: CallMessageContent, seal: boolean): Prepared {
    seq += 1
    const { callId, person, role } = facts
    const head = { v: PROTOCOL_VERSION, callId, path: facts.path, seq, from: signer.id, to: person, role }
    const body = JSON.stringify({ ...head, name: deps.name(), ...content })
    return { kind: content.t, seq, body, sealed: seal ? signer.seal('call', body) : null }
  }

  const overChannel = (body: string, bothWays: boolean): boolean =>
    path !== null && path.ctlIsOpen() && (trusted || bothWays) && path.sendCtl(body)

  return {
    facts,
    setSocket: (origin) => post.setSocket(origin),
    socket: () => post.socket(),
    setChannel(next) {
      path = next
    },
    trustChannel(next) {
      trusted = next
    },
    prepare: (content) => prepare(content, true),
    send(message) {
      const ready = 'body' in message ? message : prepare(message, false)
      const bothWays = BOTH_WAYS.has(ready.kind)
      if (overChannel(ready.body, bothWays) && !bothWays) return post.done()
      return post.send(ready.kind, ready.sealed ?? signer.seal('call', ready.body))
    },
    sendOnChannel(content) {
      const ready = prepare(content, false)
      return path?.ctlIsOpen() && path.sendCtl(ready.body) ? ready.seq : null
    },
    isNew: (number) => seen.isNew(number),
    readChannel(text) {
      if (!bucket.take(clock.now())) return problem('rate-limited')
      const headed = readHead(text, MAX_CTL_CHARS)
      if (!headed.ok) return headed
      const wrong = checkHead(headed.value.head, facts.person, signer.id)
      if (wrong) return problem(wrong)
      if (headed.value.head.callId !== facts.callId) return problem('id-mismatch')
      const message = readMessage(headed.value)
      return message.ok && !seen.isNew(message.value.seq) ? null : message
    },
    settled: () => post.settled(),
    end: () => post.end(),
  }
}

const problem = (what: MessageProblem): Checked<never> => ({ ok: false, problem: what, head: null })
