// Owns the names this server answers to: the base URLs that a ticket may be asked for, never taken from a request.
import { networkInterfaces } from 'node:os'
import { normaliseBaseUrl, type BaseUrl } from '../shared/link/base-url'

export interface Audiences {
  accepts(base: BaseUrl): boolean
  all(): readonly BaseUrl[]
}

export interface ListeningAt {
  readonly secure: boolean
  readonly host: string
  readonly port: number
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const

export function configuredAudiences(origins: readonly BaseUrl[]): Audiences {
  const known = new Set(origins)
  return { accepts: (base) => known.has(base), all: () => origins }
}

/** Without any configured origin: localhost and each address that the server listens on. */
export function listeningAudiences(at: ListeningAt, readAddresses: () => readonly string[]): Audiences {
  let known = namesOf(at, readAddresses())
  return {
    accepts(base) {
      if (known.includes(base)) return true
      // The machine may have got an address since: a laptop that changed its network.
      known = namesOf(at, readAddresses())
      return known.includes(base)
    },
    all() {
      known = namesOf(at, readAddresses())
      return known
    },
  }
}

function namesOf(at: ListeningAt, addresses: readonly string[]): readonly BaseUrl[] {
  const hosts: readonly string[] = [...LOOPBACK_NAMES, ...listenedHosts(at.host, addresses)]
  const bases = new Set<BaseUrl>()
  for (const host of hosts) {
    const base = normaliseBaseUrl(`${at.secure ? 'https' : 'http'}://${host}:${String(at.port)}/`)
    if (base.ok) bases.add(base.value)
  }
  return [...bases]
}

export function listenedHosts(host: string, addresses: readonly string[]): readonly string[] {
  const plain = host.replace(/^\[|\]$/g, '')
  if (plain === '0.0.0.0') return addresses.filter((address) => !address.includes(':'))
  if (plain === '::') return addresses.map(bracketed)
  return [bracketed(plain)]
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/** This machine's addresses in a network; link-local IPv6 is left out, since it is no use in a URL. */
export function networkAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((entry) => !entry.internal && !/^fe80:/i.test(entry.address))
    .map((entry) => entry.address)
}
