// Owns the messages of all calls on both ways: one schema, checked on arrival, each taken once. What a message does to a
// call is the call machine's; the parts are courier-inbox.ts (arrival), courier-line.ts and courier-post.ts (sending).
import type { CallMessage, CallMessageContent } from '../../shared/protocol/call-messages'
import { createInbox, type SocketOrigin, type SocketProblem } from './courier-inbox'
import { createBucket, createSeqWindow, REPLY_ALLOWANCE, type SeqWindow } from './courier-limits'
import { createLine, type CourierLine, type LineDeps, type LineFacts } from './courier-line'
import type { Signalling } from './signalling'
import type { Unsealer } from './signer'

export interface CourierDeps extends LineDeps {
  readonly unseal: Unsealer
  /** Verified, new, and in its sender's order. */
  onMessage(message: CallMessage, origin: SocketOrigin): void
  onProblem(problem: SocketProblem): void
}

export interface Courier {
  /** Takes messages from that server until undone. */
  listen(signalling: Signalling): () => void
  /** One call's way out; at most one per call. */
  openLine(facts: LineFacts): CourierLine
  /** Answers a message of a call that isn't there. Rationed: false where there were too many. */
  reply(to: SocketOrigin, facts: LineFacts, content: CallMessageContent): boolean
}

/** Numbers of answers without a call, above any that a call reached while it was there. */
const REPLY_SEQ = 999_000_000
/** Calls that aren't ours any more, or never were, whose numbers are still watched. */
const STRANGERS = 64

export function createCourier(deps: CourierDeps): Courier {
  const lines = new Map<string, CourierLine>()
  const strangers = new Map<string, SeqWindow>()
  const replies = createBucket(REPLY_ALLOWANCE)
  let replySeq = REPLY_SEQ

  function windowOf(message: CallMessage): SeqWindow {
    const line = lines.get(message.callId)
    if (line && line.facts.person === message.from) return line
    const key = `${message.callId} ${message.from}`
    const known = strangers.get(key) ?? createSeqWindow()
    strangers.delete(key)
    strangers.set(key, known)
    for (const oldest of strangers.keys()) {
      if (strangers.size <= STRANGERS) break
      strangers.delete(oldest)
    }
    return known
  }

  const inbox = createInbox({
    me: deps.signer.id,
    unseal: deps.unseal,
    clock: deps.clock,
    onProblem: (problem) => deps.onProblem(problem),
    onMessage(message, origin) {
      if (windowOf(message).isNew(message.seq)) deps.onMessage(message, origin)
    },
  })

  return {
    listen: (signalling) =>
      signalling.onEnvelope((peerId, envelope) => inbox.take({ signalling, peerId }, envelope)),
    openLine(facts) {
      const line = createLine(deps, facts)
      lines.set(facts.callId, line)
      return {
        ...line,
        end() {
          line.end()
          if (lines.get(facts.callId) === line) lines.delete(facts.callId)
        },
      }
    },
    reply(to, facts, content) {
      if (!replies.take(deps.clock.now())) return false
      replySeq += 1
      const line = createLine(deps, { ...facts, afterSeq: replySeq })
      line.setSocket(to)
      line.send(content)
      return true
    },
  }
}
