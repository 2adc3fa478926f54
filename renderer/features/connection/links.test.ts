import { describe, expect, it } from 'vitest'
import { linksFor, type LinkFacts } from './links'

const id = '0123456789abcdef0123456789abcdef'
const facts: LinkFacts = { id, advertised: 'https://calls.example/', serverKind: 'own', guestPage: true }

describe('the links to give out', () => {
  it('are both forms where the server serves its page with TLS', () => {
    expect(linksFor(facts)).toEqual({
      appLink: `parley://call/${id}?server=https%3A%2F%2Fcalls.example%2F`,
      webLink: `https://calls.example/#/call/${id}`,
      webLinkMissing: null,
    })
  })

  it.each<[what: string, change: Partial<LinkFacts>, missing: string | null]>([
    ['plain http on this very computer', { advertised: 'http://127.0.0.1:4100/' }, null],
    ['plain http in a network', { advertised: 'http://192.168.1.20:4100/' }, 'not-secure'],
    ['plain http anywhere', { advertised: 'http://calls.example/' }, 'not-secure'],
    ['TLS in a network', { advertised: 'https://192.168.1.20:4100/' }, null],
    ['a server without a page', { guestPage: false }, 'not-served'],
    ['a stock server', { serverKind: 'stock' }, 'not-served'],
    [
      'plain http, not yet reached',
      { advertised: 'http://192.168.1.20:4100/', serverKind: 'unknown', guestPage: false },
      'not-secure',
    ],
    [
      'plain http of a stock server',
      { advertised: 'http://192.168.1.20:4100/', serverKind: 'stock', guestPage: false },
      'not-secure',
    ],
    ['a server not yet reached', { serverKind: 'unknown', guestPage: false }, 'unknown'],
  ])('over %s leave the web link out or not', (_what, change, missing) => {
    const links = linksFor({ ...facts, ...change })
    expect(links.webLinkMissing).toBe(missing)
    expect(links.webLink === null).toBe(missing !== null)
    expect(links.appLink).not.toBeNull()
  })

  it.each<[what: string, change: Partial<LinkFacts>]>([
    ['an identity', { id: null }],
    ['a home', { advertised: null }],
    ['a home that has an address', { advertised: 'ftp://nowhere' }],
  ])('are none without %s', (_what, change) => {
    expect(linksFor({ ...facts, ...change })).toEqual({
      appLink: null,
      webLink: null,
      webLinkMissing: 'unknown',
    })
  })
})
