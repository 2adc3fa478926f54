import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCertificate, type TestCertificate } from './testing/certificate'
import { expiryOfTls, problemOfTls, type TlsPair } from './tls-pair'

const DAY_MS = 86_400_000

describe.skipIf(process.platform === 'win32')('a certificate', () => {
  let files: TestCertificate
  let other: TestCertificate
  let pair: TlsPair
  beforeAll(() => {
    files = makeCertificate()
    other = makeCertificate()
    pair = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') }
  })
  afterAll(() => {
    files.remove()
    other.remove()
  })
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

  it('can be served in its time', () => {
    expect(problemOfTls(pair, inDays(1))).toBeNull()
    expect(expiryOfTls(pair).getTime()).toBeGreaterThan(inDays(1).getTime())
  })
  it('can’t after it, nor before', () => {
    expect(problemOfTls(pair, inDays(3))).toMatch(/^the certificate expired on /)
    expect(problemOfTls(pair, inDays(-1))).toMatch(/^the certificate is not valid before /)
  })
  it('can’t with the key of another', () => {
    expect(problemOfTls({ ...pair, key: readFileSync(other.key, 'utf8') }, inDays(1))).toMatch(
      /^certificate or key: /,
    )
    expect(problemOfTls({ cert: 'x', key: 'y' }, inDays(1))).toMatch(/^certificate or key: /)
  })
})
