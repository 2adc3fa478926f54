import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { appLink } from '../../../shared/link/call-link'
import { callBackLink } from './call-back-rules'
import { baseUrl } from './testing/people'

const THEM = 'a'.repeat(32)
const link = (server: string, id = THEM): string => {
  const base = normaliseBaseUrl(server)
  return base.ok ? appLink({ id, server: base.value }) : ''
}

describe('the link for calling back', () => {
  it.each([
    ['http://127.0.0.1:1/', 'http://localhost:2/', true],
    ['http://127.0.0.1:1/', 'http://192.168.1.2/', false],
    ['http://127.0.0.1:1/', 'https://far.example/', false],
    ['http://192.168.1.2/', 'http://127.0.0.1:1/', true],
    ['http://192.168.1.2/', 'http://10.1.1.1/', true],
    ['http://192.168.1.2/', 'https://far.example/', false],
    ['https://far.example/', 'http://127.0.0.1:1/', true],
    ['https://far.example/', 'https://other.example/', true],
  ])('%s, brought by %s: %s', (lives, via, usable) => {
    expect(callBackLink(link(lives), THEM, baseUrl(via))).toBe(usable ? link(lives) : null)
  })

  it('must be the sender’s own', () => {
    expect(
      callBackLink(link('https://far.example/', 'b'.repeat(32)), THEM, baseUrl('https://far.example/')),
    ).toBeNull()
  })

  it('must be a link, and have come by a server that has a name', () => {
    for (const broken of ['', 'https://far.example/', 'parley://call/xyz', 'x'.repeat(512)]) {
      expect(callBackLink(broken, THEM, baseUrl('https://far.example/'))).toBeNull()
    }
    expect(callBackLink(link('https://far.example/'), THEM, null)).toBeNull()
  })
})
