import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/model/settings'
import { MOST_CRASHES, linksBreak, planReach, restartDelayMs } from './reach-rules'

const reach = (mode: Settings['reach']['mode'], server = ''): Settings['reach'] => ({
  mode,
  server,
  port: 9000,
})
const wlan = { wlan0: [{ address: '192.168.1.20', family: 'IPv4', internal: false }] }

describe('the plan', () => {
  it.each([
    ['unset', '', wlan, { kind: 'none' }],
    ['this-computer', '', {}, { kind: 'embedded', host: '127.0.0.1', address: '127.0.0.1' }],
    ['this-network', '', wlan, { kind: 'embedded', host: '0.0.0.0', address: '192.168.1.20' }],
    ['this-network', '', {}, { kind: 'no-network' }],
    ['anywhere', 'https://call.example.org/', wlan, { kind: 'remote', base: 'https://call.example.org/' }],
    ['anywhere', 'ftp://broken', wlan, { kind: 'none' }],
  ] as const)('for %s %s', (mode, server, addresses, plan) => {
    expect(planReach(reach(mode, server), addresses, null)).toEqual(plan)
  })
})

describe('old links', () => {
  it.each([
    [null, 'http://127.0.0.1:9000/', true, false],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000/', true, false],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9001/', true, true],
    // The same server on the same port still listens on loopback.
    ['http://127.0.0.1:9000/', 'http://192.168.1.20:9000/', true, false],
    ['http://192.168.1.20:9000/', 'http://127.0.0.1:9000/', true, true],
    ['http://192.168.1.20:9000/', 'http://10.0.0.7:9000/', true, true],
    ['http://192.168.1.20:9000/', 'https://call.example.org/', false, true],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000/x/', false, true],
  ])('from %s to %s (embedded: %s) break: %s', (before, now, embedded, breaks) => {
    expect(linksBreak(before, now, embedded)).toBe(breaks)
  })
})

it('starts a crashed server again ever later, then not by itself', () => {
  const delays = Array.from({ length: MOST_CRASHES + 1 }, (_, n) => restartDelayMs(n + 1))
  expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, null])
})
