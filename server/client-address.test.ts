import { expect, it } from 'vitest'
import { isTrustable, networkOf } from './client-address'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it.each([
  ['loopback', true],
  ['uniquelocal', true],
  ['10.0.0.0/8', true],
  ['2001:db8::/32', true],
  ['192.168.1.1', true],
  ['0.0.0.0/0', false],
  ['::/0', false],
  ['10.0.0.0/0.0.0.0', false],
  ['proxy.example', false],
  ['', false],
])('%s can be trusted: %s', (text, can) => {
  expect(isTrustable(text)).toBe(can)
})
