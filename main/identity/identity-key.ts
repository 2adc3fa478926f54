// Owns the key itself: making one, its public half and identity, its stored text, signing. Node's crypto, nothing else.
// Where it is kept is key-store.ts and keyring.ts.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  sign,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { fromBase64url, toBase64url } from '../../shared/encoding/base64url'
import { signedText, type Purpose } from '../../shared/protocol/identity'

export interface IdentityKey {
  readonly id: string
  /** The 65 bytes of the uncompressed point, base64url. */
  readonly publicKey: string
  /** PKCS #8 as base64url: what is kept. Never leaves main. */
  readonly secret: string
  /** 64 bytes r‖s, base64url. */
  sign(purpose: Purpose, body: string): string
}

const generate = promisify(generateKeyPair)

export async function createIdentityKey(): Promise<IdentityKey> {
  const { privateKey } = await generate('ec', { namedCurve: 'P-256' })
  return wrap(privateKey)
}

/** null where the text isn't a P-256 private key. */
export function readIdentityKey(secret: string): IdentityKey | null {
  const bytes = fromBase64url(secret)
  if (!bytes) return null
  try {
    const key = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? wrap(key) : null
  } catch {
    return null // not PKCS #8: the caller says so
  }
}

function wrap(privateKey: KeyObject): IdentityKey {
  const point = publicPoint(privateKey)
  return {
    id: createHash('sha256').update(point).digest('hex').slice(0, 32),
    publicKey: toBase64url(point),
    secret: toBase64url(privateKey.export({ format: 'der', type: 'pkcs8' })),
    sign(purpose, body) {
      const text = Buffer.from(signedText(purpose, body), 'utf8')
      return toBase64url(sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
    },
  }
}

function publicPoint(privateKey: KeyObject): Buffer {
  const { x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  return Buffer.concat([Buffer.of(4), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')])
}
