import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from '../shared/link/base-url'
import { configuredAudiences, listeningAudiences } from './audiences'

function base(text: string): BaseUrl {
  const normalised = normaliseBaseUrl(text)
  if (!normalised.ok) throw new Error(text)
  return normalised.value
}
const ADDRESSES = ['192.168.1.5', '2001:db8::5']

describe('the names of a server without --origin', () => {
  const LOOPBACK = ['http://localhost:9000/', 'http://127.0.0.1:9000/', 'http://[::1]:9000/']
  it.each([
    ['127.0.0.1', []],
    ['localhost', []],
    ['0.0.0.0', ['http://192.168.1.5:9000/']],
    ['::', ['http://192.168.1.5:9000/', 'http://[2001:db8::5]:9000/']],
    ['[::]', ['http://192.168.1.5:9000/', 'http://[2001:db8::5]:9000/']],
    ['192.168.1.5', ['http://192.168.1.5:9000/']],
    ['2001:db8::5', ['http://[2001:db8::5]:9000/']],
    ['my-computer', ['http://my-computer:9000/']],
  ])('listening at %s', (host, more) => {
    const audiences = listeningAudiences({ secure: false, host, port: 9000 }, () => ADDRESSES)
    expect(audiences.all()).toEqual([...LOOPBACK, ...more])
    for (const name of [...LOOPBACK, ...more]) expect(audiences.accepts(base(name))).toBe(true)
  })

  it.each([
    'https://localhost:9000/',
    'http://localhost:9001/',
    'http://localhost:9000/x/',
    'http://10.0.0.9:9000/',
  ])('do not include %s', (name) => {
    const audiences = listeningAudiences({ secure: false, host: '0.0.0.0', port: 9000 }, () => ADDRESSES)
    expect(audiences.accepts(base(name))).toBe(false)
  })

  it("leave out the scheme's own port", () => {
    const audiences = listeningAudiences({ secure: true, host: '127.0.0.1', port: 443 }, () => [])
    expect(audiences.accepts(base('https://localhost/'))).toBe(true)
  })

  it('follow the addresses of the machine', () => {
    const addresses = ['192.168.1.5']
    const audiences = listeningAudiences({ secure: false, host: '0.0.0.0', port: 9000 }, () => [...addresses])
    expect(audiences.accepts(base('http://10.0.0.9:9000/'))).toBe(false)
    addresses[0] = '10.0.0.9'
    expect(audiences.accepts(base('http://10.0.0.9:9000/'))).toBe(true)
    expect(audiences.accepts(base('http://192.168.1.5:9000/'))).toBe(false)
  })
})

it('are exactly those given by --origin, if any', () => {
  const audiences = configuredAudiences([base('https://calls.example/')])
  expect(audiences.accepts(base('https://calls.example/'))).toBe(true)
  expect(audiences.accepts(base('http://localhost:9000/'))).toBe(false)
})
