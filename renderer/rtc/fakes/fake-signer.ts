// Owns identities in tests: a signature anybody could compute, but which breaks with any change to key, purpose or text.
import { signedText, type Purpose } from '../../../shared/protocol/identity'
import type { Envelope } from '../../../shared/protocol/server-messages'
import { ok } from '../../../shared/result'
import type { Signer, Unsealer } from '../signer'

const KEY_LETTERS = 86

/** The key carries its id, as a real one is hashed to it. */
const keyOf = (id: string): string => `B${id}${'A'.repeat(KEY_LETTERS - id.length)}`
const idOf = (key: string): string => key.slice(1, 33)

/** FNV-1a over the text, spread to a signature's length. */
function signature(key: string, text: string): string {
  let hash = 0x811c9dc5
  for (const letter of key + text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0').repeat(11).slice(0, 86)
}

export function createFakeSigner(id: string): Signer {
  const key = keyOf(id)
  return {
    id,
    key,
    seal: (purpose, body) =>
      Promise.resolve(ok({ body, key, sig: signature(key, signedText(purpose, body)) })),
  }
}

export const fakeUnseal: Unsealer = (purpose: Purpose, envelope: Envelope) =>
  Promise.resolve(
    envelope.sig === signature(envelope.key, signedText(purpose, envelope.body)) ? idOf(envelope.key) : null,
  )
