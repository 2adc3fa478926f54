// Owns which address a request counts for: its socket's, or what a proxy that is trusted says. Used for counting only; never
// logged, never kept longer than a count.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

export interface ClientAddresses {
  of(request: IncomingMessage): string
  /** Whether a connection from there carries other people's requests. */
  isProxy(address: string | undefined): boolean
}

/** `trusted`: addresses, ranges (10.0.0.0/8), or the names that proxy-addr has for them (loopback, uniquelocal). */
export function createClientAddresses(trusted: readonly string[]): ClientAddresses {
  const trust = proxyAddr.compile([...trusted])
  return {
    of(request) {
      const address = trusted.length === 0 ? request.socket.remoteAddress : proxyAddr(request, trust)
      // A proxy may hand on whatever a client wrote there.
      const usable = address !== undefined && isIP(address) !== 0 ? address : request.socket.remoteAddress
      return networkOf(usable ?? 'gone')
    },
    isProxy: (address) => address !== undefined && trust(address, 0),
  }
}

/** Whether `trusted` can be one of them; everybody's address can't be trusted. */
export function isTrustable(trusted: string): boolean {
  if (/\/0+(\.0+)*$/.test(trusted)) return false
  try {
    proxyAddr.compile([trusted])
    return true
  } catch {
    return false // its only way to say "no address"
  }
}

const IPV4_MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const GROUPS = 8
/** One line of a provider gets at least a /64, and may use each of its addresses in turn. */
const GROUPS_OF_A_LINE = 4

/** IPv4 as it is, IPv6 without what one line chooses itself. */
export function networkOf(address: string): string {
  const mapped = IPV4_MAPPED.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : [])
  const [before, after] = [groups(head), groups(tail)]
  const zeros = new Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_LINE).join(':').toLowerCase()
}
