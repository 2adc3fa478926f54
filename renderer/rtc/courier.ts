// Owns the messages of all calls on both ways: one schema, checked on arrival, each taken once. What a message does to a
// call is the call machine's; the parts are courier-inbox.ts (arrival), courier-line.ts and courier-post.ts (sending).
import type { CallMessage, CallMessageContent } from '../../shared/protocol/call-messages'
import { createInbox, type Inbox, type SocketOrigin, type SocketProblem } from './courier-inbox'
import {
  createBucket,
  createRecent,
  createSeqWindow,
  REPLY_ALLOWANCE,
  type SeqWindow,
} from './courier-limits'
import { CourierLine, type LineDeps, type LineFacts } from './courier-line'
import type { Signalling } from './signalling'
import type { Unsealer } from './signer'

export interface CourierDeps extends LineDeps {
  readonly unseal: Unsealer
  /** Verified, new, and in its sender's order. */
  readonly onMessage: (message: CallMessage, origin: SocketOrigin) => void
  readonly onProblem: (problem: SocketProblem) => void
}

/** Numbers of answers without a call, above any that a call reached while it was there. */
const REPLY_SEQ = 999_000_000
const STRANGERS = 64

export class Courier {
  #replySeq = REPLY_SEQ
  readonly #deps: CourierDeps
  readonly #inbox: Inbox
  readonly #lines = new Map<string, CourierLine>()
  readonly #strangers = createRecent(STRANGERS, createSeqWindow)
  readonly #replies = createBucket(REPLY_ALLOWANCE)

  constructor(deps: CourierDeps) {
    this.#deps = deps
    this.#inbox = createInbox({
      me: deps.signer.id,
      unseal: deps.unseal,
      clock: deps.clock,
      onProblem: deps.onProblem,
      onMessage: (message, origin) => {
        if (this.#windowOf(message).isNew(message.seq)) deps.onMessage(message, origin)
      },
    })
  }

  /** Takes messages from that server until undone. */
  listen(signalling: Signalling): () => void {
    return signalling.onEnvelope((peerId, envelope) => {
      // What one says to oneself is the self-test's, and no call's.
      if (peerId !== signalling.peerId) this.#inbox.take({ signalling, peerId }, envelope)
    })
  }

  /** One call's line; at most one per call. */
  openLine(facts: LineFacts): CourierLine {
    const line = new CourierLine(this.#deps, facts)
    this.#lines.set(facts.callId, line)
    return line
  }

  /** Messages that still come for it are a stranger's. What it was given to send goes on. */
  closeLine(line: CourierLine): void {
    line.end()
    if (this.#lines.get(line.facts.callId) === line) this.#lines.delete(line.facts.callId)
  }

  /** Answers a message of a call that isn't there. Rationed: false where there were too many. */
  reply(to: SocketOrigin, facts: LineFacts, content: CallMessageContent): boolean {
    if (!this.#replies.take(this.#deps.clock.now())) return false
    this.#replySeq += 1
    const line = new CourierLine(this.#deps, { ...facts, afterSeq: this.#replySeq })
    line.setSocket(to)
    line.send(content)
    return true
  }

  #windowOf({ callId, from }: CallMessage): SeqWindow {
    const line = this.#lines.get(callId)
    return line?.facts.person === from ? line : this.#strangers(`${callId} ${from}`)
  }
}
