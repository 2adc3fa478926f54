// Owns the checks of one message's text, the same for both ways: size, JSON, head, version, whom it is for, kind, schema.
// Who signed it is courier-inbox.ts's question. Pure.
import {
  CALL_MESSAGE_KINDS,
  callMessageSchema,
  messageHeadSchema,
  type CallMessage,
} from '../../shared/protocol/call-messages'
import { PROTOCOL_VERSION } from '../../shared/protocol/limits'

export type MessageProblem =
  | 'frame-too-large'
  | 'frame-malformed'
  | 'version-unsupported'
  | 'signature-wrong'
  | 'id-mismatch'
  | 'rate-limited'
  /** Private, or of no use later: it may only come over the channel. */
  | 'wrong-way'
  /** Of a later version that is compatible: nothing wrong with it. */
  | 'unknown-kind'

export interface MessageHead {
  readonly v: number
  readonly t: string
  readonly callId: string
  readonly from: string
  readonly to: string
}

/** The head, and everything else still unchecked. */
export interface HeadedText {
  readonly head: MessageHead
  readonly json: unknown
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: MessageProblem; readonly head: MessageHead | null }

const bad = (problem: MessageProblem, head: MessageHead | null = null): Checked<never> => ({
  ok: false,
  problem,
  head,
})

export function readHead(text: string, maxChars: number): Checked<HeadedText> {
  if (text.length > maxChars) return bad('frame-too-large')
  const json = parseJson(text)
  const head = messageHeadSchema.safeParse(json)
  return head.success ? { ok: true, value: { head: head.data, json } } : bad('frame-malformed')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON; the head's schema refuses it
  }
}

/** Both identities must be as expected; after that an unknown version is worth telling the other side. */
export function checkHead(head: MessageHead, from: string | null, me: string): MessageProblem | null {
  if (head.from !== from || head.to !== me || head.from === me) return 'id-mismatch'
  return head.v === PROTOCOL_VERSION ? null : 'version-unsupported'
}

export function readMessage({ head, json }: HeadedText): Checked<CallMessage> {
  if (!CALL_MESSAGE_KINDS.has(head.t)) return bad('unknown-kind', head)
  const message = callMessageSchema.safeParse(json)
  return message.success ? { ok: true, value: message.data } : bad('frame-malformed', head)
}
