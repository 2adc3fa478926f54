import { expect, it } from 'vitest'
import { chooseAddress, type NetworkAddresses } from './choose-address'

const v4 = (address: string, internal = false) => ({ address, family: 'IPv4', internal })
const v6 = (address: string) => ({ address, family: 'IPv6', internal: false })
const lo = [v4('127.0.0.1', true), { address: '::1', family: 'IPv6', internal: true }]

const TABLE: readonly (readonly [string, NetworkAddresses, string | null])[] = [
  ['nothing', {}, null],
  ['loopback only', { lo }, null],
  ['a wireless network', { lo, wlan0: [v6('fe80::1'), v4('192.168.1.20')] }, '192.168.1.20'],
  ['no network found', { lo, eth0: [v4('169.254.7.7')] }, null],
  ['IPv6 only', { lo, eth0: [v6('2001:db8::7')] }, null],
  [
    'containers beside it',
    { docker0: [v4('172.17.0.1')], 'br-1a2b': [v4('172.18.0.1')], wlp3s0: [v4('10.0.0.7')] },
    '10.0.0.7',
  ],
  ['a tunnel beside it', { tun0: [v4('10.8.0.2')], enp3s0: [v4('192.168.1.20')] }, '192.168.1.20'],
  [
    'a public address beside a private one',
    { eth0: [v4('203.0.113.9')], eth1: [v4('10.1.0.5')] },
    '10.1.0.5',
  ],
  ['only a public address', { eth0: [v4('203.0.113.9')] }, '203.0.113.9'],
  ['only a tunnel', { utun3: [v4('10.8.0.2')] }, '10.8.0.2'],
  [
    'Windows names',
    {
      'vEthernet (WSL)': [v4('172.22.0.1')],
      'VirtualBox Host-Only Network': [v4('192.168.56.1')],
      'Wi-Fi': [v4('192.168.178.31')],
    },
    '192.168.178.31',
  ],
  [
    'macOS names',
    { lo0: lo, awdl0: [v6('fe80::2')], bridge100: [v4('192.168.64.1')], en0: [v4('192.168.0.12')] },
    '192.168.0.12',
  ],
  ['Node 18.0, which said 4', { eth0: [{ address: '10.0.0.7', family: 4, internal: false }] }, '10.0.0.7'],
  ['an adapter without addresses', { eth0: undefined, wlan0: [] }, null],
]

it.each(TABLE)('%s', (_name, addresses, chosen) => {
  expect(chooseAddress(addresses, null)).toBe(chosen)
})

it('does not depend on the order', () => {
  const cable = { eth0: [v4('192.168.1.20')] }
  const air = { wlan0: [v4('192.168.1.21')] }
  expect(chooseAddress({ ...cable, ...air }, null)).toBe(chooseAddress({ ...air, ...cable }, null))
})

it('keeps the address that links name, while it is there and no worse', () => {
  const both = { eth0: [v4('192.168.1.20')], wlan0: [v4('192.168.1.21')] }
  expect(chooseAddress(both, '192.168.1.21')).toBe('192.168.1.21')
  expect(chooseAddress(both, '192.168.1.99')).toBe('192.168.1.20')
  expect(chooseAddress({ ...both, tun0: [v4('10.8.0.2')] }, '10.8.0.2')).toBe('192.168.1.20')
})
