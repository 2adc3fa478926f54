import { expect, it } from 'vitest'
import type { NetworkAddresses } from '../reach/choose-address'
import { createManualTimers } from '../testing/manual-timers'
import { LOOK_EVERY_MS, watchNetwork } from './network-watch'

const at = (address: string, internal = false) => [{ address, family: 'IPv4', internal }]

it('tells each change of the addresses once, and nothing after its end', () => {
  const timers = createManualTimers()
  let addresses: NetworkAddresses = { lo: at('127.0.0.1', true), wlan0: at('192.168.1.20') }
  let changes = 0
  const stop = watchNetwork({
    readAddresses: () => addresses,
    every: (ms, run) => timers.every(ms, run),
    changed: () => (changes += 1),
  })
  timers.advance(LOOK_EVERY_MS * 3)
  expect(changes).toBe(0)
  addresses = { lo: at('127.0.0.1', true), wlan0: at('10.0.0.7') }
  timers.advance(LOOK_EVERY_MS * 3)
  expect(changes).toBe(1)
  addresses = { lo: at('127.0.0.2', true), wlan0: at('10.0.0.7') }
  timers.advance(LOOK_EVERY_MS)
  expect(changes).toBe(1)
  addresses = {}
  timers.advance(LOOK_EVERY_MS)
  expect(changes).toBe(2)
  stop()
  addresses = { eth0: at('10.0.0.8') }
  timers.advance(LOOK_EVERY_MS)
  expect(changes).toBe(2)
})
