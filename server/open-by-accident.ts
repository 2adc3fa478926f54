// Owns what the server refuses to start as, because more would be open than whoever starts it may know.
import { closenessOf, closenessOfHost, type BaseUrl } from '../shared/link/base-url'
import { listenedHosts } from './audiences'

export interface Exposure {
  readonly host: string
  readonly secure: boolean
  readonly origins: readonly BaseUrl[]
  /** Whether plain http on a public address is meant. */
  readonly plainHttp: boolean
}

const REMEDY =
  'Add --tls-cert and --tls-key; or --origin https://… where a proxy in front of it has the certificate; or ' +
  '--plain-http to do it all the same'

/** One line that says what is open and what to do; null where nothing is. `addresses` are this machine's. */
export function openByAccident(exposure: Exposure, addresses: readonly string[]): string | null {
  const { host, secure, origins, plainHttp } = exposure
  if (secure || plainHttp) return null
  const plain = origins.find((base) => base.startsWith('http:') && closenessOf(base) === 'public')
  if (plain !== undefined) return `--origin ${plain} is plain http under a public name. ${REMEDY}`
  if (origins.some((base) => base.startsWith('https:'))) return null
  const open = publicAddress(host, addresses)
  return open === undefined ? null : `--host ${host} is plain http on the public address ${open}. ${REMEDY}`
}

export function metricsOpenByAccident(host: string | undefined, addresses: readonly string[]): string | null {
  const open = host === undefined ? undefined : publicAddress(host, addresses)
  return open === undefined
    ? null
    : `--metrics-host ${String(host)} shows everybody the figures on the public address ${open}. Name one that isn’t public`
}

const publicAddress = (host: string, addresses: readonly string[]): string | undefined =>
  listenedHosts(host, addresses).find((address) => closenessOfHost(address) === 'public')
