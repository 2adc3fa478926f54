// Owns the join code of the server whose guest a browser is: only what is derived from it is kept, as a key that no script can
// read, ours included. Pages of servers under one origin share what the browser keeps, so it goes by the server.
import { toBase64url } from '../../../shared/encoding/base64url'
import { JOIN_KEY_BYTES, JOIN_ROUNDS, joinSalt, joinText } from '../../../shared/protocol/join-code'
import type { SessionBody } from '../../../shared/protocol/server-messages'
import type { GuestStore } from './guest-store'

export interface GuestJoinCodes {
  keep(server: string, code: string): Promise<void>
  /** Null where no code was kept for that server. */
  prove(asked: Pick<SessionBody, 'nonce' | 'id'> & { readonly server: string }): Promise<string | null>
}

const nameOf = (server: string): string => `join-code ${server}`
const bytesOf = (text: string): BufferSource => new TextEncoder().encode(text)

export function createGuestJoinCodes(store: () => Promise<GuestStore>, subtle: SubtleCrypto): GuestJoinCodes {
  return {
    async keep(server, code) {
      const typed = await subtle.importKey('raw', bytesOf(code), 'PBKDF2', false, ['deriveKey'])
      const rounds = {
        name: 'PBKDF2',
        hash: 'SHA-256',
        salt: bytesOf(joinSalt(server)),
        iterations: JOIN_ROUNDS,
      }
      const proving = { name: 'HMAC', hash: 'SHA-256', length: 8 * JOIN_KEY_BYTES }
      const key = await subtle.deriveKey(rounds, typed, proving, false, ['sign'])
      await (await store()).write(nameOf(server), key)
    },
    async prove({ server, nonce, id }) {
      const key = await (await store()).read(nameOf(server))
      if (!(key instanceof CryptoKey)) return null
      const proof = await subtle.sign('HMAC', key, bytesOf(joinText({ nonce, audience: server, id })))
      return toBase64url(new Uint8Array(proof))
    },
  }
}
