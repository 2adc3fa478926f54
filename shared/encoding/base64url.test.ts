import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url, toHex } from './base64url'

describe('base64url', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
      }),
    )
  })

  it.each([
    [[], ''],
    [[0x66], 'Zg'],
    [[0x66, 0x6f], 'Zm8'],
    [[0x66, 0x6f, 0x6f], 'Zm9v'],
    [[0xfb, 0xff, 0xbf], '-_-_'],
  ])('writes %j as %j (RFC 4648)', (bytes, text) => {
    expect(toBase64url(new Uint8Array(bytes))).toBe(text)
  })

  it.each(['A', 'AB=', 'A+B/', 'AB C', 'AC', 'AAB', '\u0100AAA'])('refuses %j', (text) => {
    expect(fromBase64url(text)).toBeNull()
  })

  it('accepts only one spelling of the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const bytes = fromBase64url(text)
        if (bytes) expect(toBase64url(bytes)).toBe(text)
      }),
    )
  })
})

it('writes bytes as lower-case hex', () => {
  expect(toHex(new Uint8Array([0, 10, 255]))).toBe('000aff')
})
