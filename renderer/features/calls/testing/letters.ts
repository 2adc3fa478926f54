// Owns making signed messages by hand in tests, right or wrong in one place, as a hostile client would.
import type { CallMessageContent } from '../../../../shared/protocol/call-messages'
import type { Envelope } from '../../../../shared/protocol/server-messages'
import type { Signer } from '../../../rtc/signer'

export const FINGERPRINT = Array<string>(32).fill('AB').join(':')
export const INVITE = { t: 'invite', video: true, link: '', fingerprint: FINGERPRINT } as const

export interface LetterHead {
  readonly callId: string
  readonly from: string
  readonly to: string
  readonly seq?: number
  readonly role?: 'caller' | 'callee'
  readonly v?: number
  readonly path?: number
}

export function bodyOf(head: LetterHead, content: CallMessageContent | { readonly t: string }): string {
  const { role = 'caller', seq = 1, v = 1, path = 1 } = head
  return JSON.stringify({ ...head, v, path, seq, role, name: 'Mallory', ...content })
}

export async function sealedBy(signer: Signer, body: string): Promise<Envelope> {
  const sealed = await signer.seal('call', body)
  if (!sealed.ok) throw new Error('not sealed')
  return sealed.value
}
