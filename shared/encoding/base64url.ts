// Owns base64url without padding (RFC 4648 section 5), for hosts that lack Buffer and for those that have it.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUE = new Map(Array.from(ALPHABET, (char, index) => [char, index]))

export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const group = (a << 16) | (b << 8) | c
    const chars = Math.min(bytes.length - i, 3) + 1
    for (let k = 0; k < chars; k++) text += ALPHABET.charAt((group >> (18 - 6 * k)) & 63)
  }
  return text
}

/** Returns null for anything that toBase64url would not have written: other characters, padding, stray bits. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let group = 0
  let bits = 0
  let at = 0
  for (const char of text) {
    const value = VALUE.get(char)
    if (value === undefined) return null
    group = ((group << 6) | value) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (group >> bits) & 255
    }
  }
  return (group & ((1 << bits) - 1)) === 0 ? bytes : null
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
