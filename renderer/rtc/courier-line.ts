// Owns one call's messages on both ways: numbers, the choice of ways, each arrival once. The socket way is courier-post.ts;
// what arrives through a server comes by courier-inbox.ts.
import { BOTH_WAYS, type CallMessage, type CallMessageContent } from '../../shared/protocol/call-messages'
import { MAX_CTL_CHARS, PROTOCOL_VERSION } from '../../shared/protocol/limits'
import type { Envelope } from '../../shared/protocol/server-messages'
import type { Result } from '../../shared/result'
import type { Clock } from '../platform/clock'
import type { CallPath } from './call-path'
import { checkHead, readHead, readMessage, type Checked, type MessageProblem } from './courier-check'
import type { SocketOrigin } from './courier-inbox'
import { CHANNEL_ALLOWANCE, createBucket, createSeqWindow } from './courier-limits'
import { Post, SENT, type Sent } from './courier-post'
import type { Signer } from './signer'

export interface LineDeps {
  readonly signer: Signer
  readonly clock: Clock
  /** Our own name, as it is when a message is made. */
  readonly name: () => string
}

export interface LineFacts {
  readonly callId: string
  /** The other side's identity. */
  readonly person: string
  /** Ours. */
  readonly role: 'caller' | 'callee'
  readonly path: number
  /** Numbers begin after this. */
  readonly afterSeq?: number
}

/**
 * Numbers of what ends a call and was sealed ahead. Above any that a call reaches, since a receiver takes a number far behind the
 * newest for a repeat: after nine minutes of pings a number from the call's beginning is. Below those of answers (courier.ts).
 */
const LAST_SEQ = 998_000_000

/** A message with its number, sealed or being sealed ahead of time. */
export interface Prepared {
  readonly kind: CallMessageContent['t']
  readonly seq: number
  readonly body: string
  readonly sealed: Promise<Result<Envelope>> | null
}

export class CourierLine {
  readonly facts: LineFacts
  #seq: number
  #lastSeq = LAST_SEQ
  #channel: CallPath | null = null
  #trusted = true
  readonly #post: Post
  readonly #seen = createSeqWindow()
  readonly #bucket = createBucket(CHANNEL_ALLOWANCE)
  readonly #deps: LineDeps

  constructor(deps: LineDeps, facts: LineFacts) {
    this.#deps = deps
    this.facts = facts
    this.#seq = facts.afterSeq ?? 0
    this.#post = new Post(deps.clock)
  }

  /** Through which server, and to which PeerJS id there, from now on. */
  setSocket(origin: SocketOrigin): void {
    this.#post.setSocket(origin)
  }

  socket(): SocketOrigin | null {
    return this.#post.socket()
  }

  setChannel(path: CallPath | null): void {
    this.#channel = path
  }

  /** While it isn't sure that the channel still carries anything, everything goes both ways, under one number. */
  trustChannel(trusted: boolean): void {
    this.#trusted = trusted
  }

  /** Seals a message that may be sent later, so that sending it takes no time. */
  prepare(content: CallMessageContent): Prepared {
    return this.#seal(this.#make(content))
  }

  /** As `prepare`, for a message after which nothing is sent, however much is sent before it. */
  prepareLast(content: CallMessageContent): Prepared {
    this.#lastSeq += 1
    return this.#seal(this.#make(content, this.#lastSeq))
  }

  send(message: CallMessageContent | Prepared): Sent {
    const made = 'body' in message ? message : this.#make(message)
    const enough = this.#trusted && !BOTH_WAYS.has(made.kind)
    if (this.#overChannel(made.body) && enough) return SENT
    return this.#post.send(made.kind, made.sealed ?? this.#deps.signer.seal('call', made.body))
  }

  /** Over the channel or not at all. Its number; null where the channel isn't open. */
  sendOnChannel(content: CallMessageContent): number | null {
    if (this.#channel === null) return null
    const { seq, body } = this.#make(content)
    return this.#overChannel(body) ? seq : null
  }

  /** True the first time that number comes from the other side, on either way. */
  isNew(seq: number): boolean {
    return this.#seen.isNew(seq)
  }

  /** A text from the channel: DTLS covers who sent it, everything else is checked. Null: a repeat. */
  readChannel(text: string): Checked<CallMessage> | null {
    if (!this.#bucket.take(this.#deps.clock.now())) return problem('rate-limited')
    const headed = readHead(text, MAX_CTL_CHARS)
    if (!headed.ok) return headed
    const { head } = headed.value
    const wrong = checkHead(head, this.facts.person, this.#deps.signer.id)
    if (wrong) return problem(wrong)
    if (head.callId !== this.facts.callId) return problem('id-mismatch')
    const message = readMessage(headed.value)
    return message.ok && !this.isNew(message.value.seq) ? null : message
  }

  settled(): Promise<void> {
    return this.#post.settled()
  }

  end(): void {
    this.#post.end()
  }

  #make(content: CallMessageContent, seq = (this.#seq += 1)): Prepared {
    const { callId, person, role, path } = this.facts
    const { signer, name } = this.#deps
    const head = { v: PROTOCOL_VERSION, callId, path, seq, from: signer.id, to: person, role }
    const body = JSON.stringify({ ...head, name: name(), ...content })
    return { kind: content.t, seq, body, sealed: null }
  }

  #seal(made: Prepared): Prepared {
    return { ...made, sealed: this.#deps.signer.seal('call', made.body) }
  }

  #overChannel(body: string): boolean {
    return this.#channel !== null && this.#channel.ctlIsOpen() && this.#channel.sendCtl(body)
  }
}

const problem = (what: MessageProblem): Checked<never> => ({ ok: false, problem: what, head: null })
