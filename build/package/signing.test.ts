import { expect, it } from 'vitest'
import { hasCertificate, notarises, unsignedLine } from './signing.mjs'

const APPLE = { APPLE_API_KEY: 'k', APPLE_API_KEY_ID: 'i', APPLE_API_ISSUER: 'u' }

it('is by what the environment holds', () => {
  expect(hasCertificate('win', {})).toBe(false)
  expect(hasCertificate('win', { WIN_CSC_LINK: 'x' })).toBe(true)
  expect(hasCertificate('mac', { WIN_CSC_LINK: 'x' })).toBe(false)
  expect(hasCertificate('mac', { CSC_LINK: 'x' })).toBe(true)
  expect(notarises(APPLE)).toBe(true)
  expect(notarises({ ...APPLE, APPLE_API_ISSUER: '' })).toBe(false)
})

it('says in one line what is unsigned, and nothing else', () => {
  expect(unsignedLine('win', {})).toMatch(/^Unsigned for Windows.*WIN_CSC_LINK/)
  expect(unsignedLine('mac', {})).toMatch(/^Unsigned for macOS/)
  expect(unsignedLine('mac', { CSC_LINK: 'x' })).toMatch(/^Signed for macOS, not notarised/)
  expect(unsignedLine('mac', { CSC_LINK: 'x', ...APPLE })).toBeNull()
  expect(unsignedLine('win', { CSC_LINK: 'x' })).toBeNull()
  expect(unsignedLine('linux', {})).toBeNull()
})
