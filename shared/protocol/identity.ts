// Owns what an identity is: the id, the PeerJS ids that belong to it, and the exact text that is signed.
// Leaves hashing and signing to each host's crypto (main and server: Node; renderer: WebCrypto).
import * as z from 'zod'

/** First 32 hex digits of SHA-256 over the 65 bytes of the public point. */
export const IDENTITY_PATTERN = /^[0-9a-f]{32}$/
/** A home connection uses the plain id, a visit `<id>-<8 hex>`, so that a visit never takes the home's place. */
export const PEER_ID_PATTERN = /^([0-9a-f]{32})(?:-[0-9a-f]{8})?$/
/** 65 bytes, first byte 4 (uncompressed point): 87 characters, the first of them B. */
export const PUBLIC_KEY_PATTERN = /^B[A-Za-z0-9_-]{86}$/
/** 64 bytes r‖s: 86 characters. */
export const SIGNATURE_PATTERN = /^[A-Za-z0-9_-]{86}$/
/** The value of a sha-256 `a=fingerprint` line: 32 upper-case hex pairs. */
export const FINGERPRINT_PATTERN = /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/

export const identitySchema = z.string().regex(IDENTITY_PATTERN)
export const peerIdSchema = z.string().regex(PEER_ID_PATTERN)
export const publicKeySchema = z.string().regex(PUBLIC_KEY_PATTERN)
export const signatureSchema = z.string().regex(SIGNATURE_PATTERN)
export const fingerprintSchema = z.string().regex(FINGERPRINT_PATTERN)

/** Nothing else is ever signed. */
export const PURPOSES = ['ticket', 'call'] as const
export type Purpose = (typeof PURPOSES)[number]

/** The text whose UTF-8 bytes are signed with ECDSA P-256 and SHA-256; `body` exactly as it is sent. */
export function signedText(purpose: Purpose, body: string): string {
  return `parley/1/${purpose}\n${body}`
}

/** The identity behind a PeerJS id of ours, or null where it is not one of ours. */
export function identityOfPeerId(peerId: string): string | null {
  return PEER_ID_PATTERN.exec(peerId)?.[1] ?? null
}

/** `suffix` is 8 random hex digits. */
export function visitPeerId(id: string, suffix: string): string {
  return `${id}-${suffix}`
}
