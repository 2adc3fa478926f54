import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl } from '../shared/link/base-url'
import { metricsOpenByAccident, openByAccident, type Exposure } from './open-by-accident'

const ADDRESSES = ['10.0.0.2', '203.0.113.5', '2001:db8::5']
const LOCAL: Exposure = { host: '127.0.0.1', secure: false, origins: [], plainHttp: false }
const origins = (...texts: readonly string[]): Pick<Exposure, 'origins'> => ({
  origins: texts.map((text) => {
    const base = normaliseBaseUrl(text)
    if (!base.ok) throw new Error(text)
    return base.value
  }),
})

describe('what is open by accident', () => {
  it.each<[string, Partial<Exposure>, string]>([
    ['every address', { host: '0.0.0.0' }, 'is plain http on the public address 203.0.113.5. Add --tls-cert'],
    ['every address, IPv6', { host: '::' }, 'public address 203.0.113.5'],
    ['one that is public', { host: '203.0.113.5' }, 'public address 203.0.113.5'],
    ['an IPv6 one that is public', { host: '[2001:db8::5]' }, 'public address [2001:db8::5]'],
    ['a name', { host: 'calls.example' }, 'public address calls.example'],
    ['a public name without TLS', origins('http://calls.example/'), 'plain http under a public name'],
    [
      'one such beside one with TLS',
      origins('https://a.example/', 'http://b.example/'),
      '--origin http://b.example/ is plain http',
    ],
  ])('(%s) is refused', (_name, changes, problem) => {
    expect(openByAccident({ ...LOCAL, ...changes }, ADDRESSES)).toContain(problem)
  })

  it.each<[string, Partial<Exposure>]>([
    ['this computer only', {}],
    ['a private address', { host: '10.0.0.2' }],
    ['TLS', { host: '0.0.0.0', secure: true }],
    ['a proxy with TLS', { host: '0.0.0.0', ...origins('https://calls.example/') }],
    ['consent', { host: '0.0.0.0', plainHttp: true, ...origins('http://calls.example/') }],
    ['a private name', origins('http://192.168.1.5:9000/')],
  ])('(%s) is not', (_name, changes) => {
    expect(openByAccident({ ...LOCAL, ...changes }, ADDRESSES)).toBeNull()
  })

  it('is nothing where no address is public', () => {
    expect(openByAccident({ ...LOCAL, host: '0.0.0.0' }, ['192.168.1.5', 'fd00::1'])).toBeNull()
  })

  it('are metrics on a public address', () => {
    expect(metricsOpenByAccident('0.0.0.0', ADDRESSES)).toContain('203.0.113.5')
    expect(metricsOpenByAccident('127.0.0.1', ADDRESSES)).toBeNull()
    expect(metricsOpenByAccident(undefined, ADDRESSES)).toBeNull()
  })
})
