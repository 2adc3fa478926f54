import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, closenessOfHost, hostOf, mayBeUsedFrom, normaliseBaseUrl, type BaseUrl } from './base-url'

function base(text: string): BaseUrl {
  const result = normaliseBaseUrl(text)
  if (!result.ok) throw new Error(result.code)
  return result.value
}

describe('normaliseBaseUrl', () => {
  it.each([
    ['https://Call.Oak-Lane.example', 'https://call.oak-lane.example/'],
    ['call.oak-lane.example', 'https://call.oak-lane.example/'],
    ['call.oak-lane.example:9000/parley', 'https://call.oak-lane.example:9000/parley/'],
    ['  http://192.168.1.7:9000/  ', 'http://192.168.1.7:9000/'],
    ['https://a.example:443/?x=1#/call/2', 'https://a.example/'],
    ['http://[::1]:9000', 'http://[::1]:9000/'],
    ['HTTP://a.example/Path', 'http://a.example/Path/'],
  ])('%j becomes %j', (text, expected) => {
    expect(base(text)).toBe(expected)
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://', 'not-a-url'],
    ['http://a b', 'not-a-url'],
    ['ftp://a.example', 'wrong-scheme'],
    ['javascript://alert(1)', 'wrong-scheme'],
    ['https://me:secret@a.example', 'has-credentials'],
  ])('%j is refused as %s', (text, code) => {
    expect(normaliseBaseUrl(text)).toMatchObject({ ok: false, code })
  })

  it('leaves a normalised address alone', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const once = base(url)
        expect(base(once)).toBe(once)
      }),
    )
  })
})

it('takes an address apart', () => {
  const ours = base('http://localhost:9000/p')
  expect(addressOf(ours)).toEqual({ secure: false, hostname: 'localhost', port: 9000, path: '/p/' })
  expect(addressOf(base('https://a.example')).port).toBe(443)
  expect(hostOf(base('https://a.example:8443'))).toBe('a.example:8443')
})

describe('closeness', () => {
  it.each([
    ['localhost', 'loopback'],
    ['parley.localhost', 'loopback'],
    ['localhost.', 'loopback'],
    ['localhost..', 'loopback'],
    ['nas.local.', 'private'],
    ['router.', 'private'],
    ['call.example.', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.8.0.1', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['[::1]', 'loopback'],
    ['[::ffff:7f00:1]', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.0.1', 'private'],
    ['169.254.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['100.128.0.1', 'public'],
    ['[fe80::1]', 'private'],
    ['[fd00::1]', 'private'],
    ['[2001:db8::1]', 'public'],
    ['[::ffff:c0a8:1]', 'private'],
    ['nas.local', 'private'],
    ['nas', 'private'],
    ['call.example', 'public'],
    ['8.8.8.8', 'public'],
  ])('%s is %s', (host, expected) => {
    expect(closenessOfHost(host)).toBe(expected)
  })

  it('lets a link be used only if its server is no closer than the one it came over', () => {
    const servers = ['http://127.0.0.1:9000/', 'http://192.168.0.2:9000/', 'https://call.example/'].map(base)
    const allowed = servers.map((link) => servers.map((via) => mayBeUsedFrom(link, via)))
    expect(allowed).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ])
  })
})

it('sees through the spellings of an address that a browser accepts', () => {
  for (const text of [
    'http://2130706433/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
  ])
    expect(closenessOfHost(addressOf(base(text)).hostname)).toBe('loopback')
})
