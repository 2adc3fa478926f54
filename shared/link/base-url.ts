// Owns the one way a server is named: its base URL (scheme, host, port, path ending in "/"), and how close its host is.
import { fail, ok, type Result } from '../result'

export type BaseUrl = string & { readonly __baseUrl: unique symbol }

export type BaseUrlProblem = 'empty' | 'not-a-url' | 'wrong-scheme' | 'has-credentials'

// URL is in every host we run in, but in no library that this folder compiles with.
type ParsedUrl = {
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly username: string
  readonly password: string
}
declare const URL: new (text: string) => ParsedUrl

function parse(text: string): ParsedUrl | null {
  try {
    return new URL(text)
  } catch {
    return null // the constructor's only way to say "not a URL"
  }
}

/** Takes `host`, `host:port` or a http(s) URL; drops query and fragment; lower-cases what may be. */
export function normaliseBaseUrl(text: string): Result<BaseUrl, BaseUrlProblem> {
  const trimmed = text.trim()
  if (trimmed === '') return fail('empty')
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (!url || url.hostname === '') return fail('not-a-url')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail('wrong-scheme')
  if (url.username !== '' || url.password !== '') return fail('has-credentials')
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`
  // The only place where the brand is given.
  return ok(`${url.protocol}//${url.host}${path}` as BaseUrl)
}

export type ServerAddress = {
  readonly secure: boolean
  readonly hostname: string
  readonly port: number
  readonly path: string
}

export function addressOf(base: BaseUrl): ServerAddress {
  const url = new URL(base)
  const secure = url.protocol === 'https:'
  return { secure, hostname: url.hostname, port: Number(url.port || (secure ? 443 : 80)), path: url.pathname }
}

/** What the user reads: host and, where it isn't the scheme's own, port. */
export function hostOf(base: BaseUrl): string {
  return new URL(base).host
}

/** `loopback` is closest. A host name that isn't an address counts as public, except localhost and .local. */
export type Closeness = 'loopback' | 'private' | 'public'

export function closenessOf(base: BaseUrl): Closeness {
  return closenessOfHost(new URL(base).hostname)
}

export function closenessOfHost(hostname: string): Closeness {
  // A trailing dot names the same host: localhost. is this computer as well.
  const host = hostname.toLowerCase().replace(/^\[|\]$|\.+$/g, '')
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  const four = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)
  if (four) return closenessOfIpv4(Number(four[1]), Number(four[2]))
  if (host.includes(':')) return closenessOfIpv6(host)
  return host.endsWith('.local') || !host.includes('.') ? 'private' : 'public'
}

function closenessOfIpv4(a: number, b: number): Closeness {
  if (a === 127 || a === 0) return 'loopback'
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) || // link-local
    (a === 100 && b >= 64 && b <= 127) // carrier-grade NAT, RFC 6598
  return isPrivate ? 'private' : 'public'
}

function closenessOfIpv6(host: string): Closeness {
  if (host === '::1' || host === '::') return 'loopback'
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) // how URL writes ::ffff:127.0.0.1
  if (mapped) {
    const high = parseInt(mapped[1] ?? '0', 16)
    return closenessOfIpv4(high >> 8, high & 255)
  }
  // fc00::/7 unique local, fe80::/10 link-local
  return /^(f[cd]|fe[89ab])/.test(host) ? 'private' : 'public'
}

const RANK: Readonly<Record<Closeness, number>> = { loopback: 0, private: 1, public: 2 }

/** A link that came over `via` is used only if its server is no closer than that one (DESIGN, "Where one can be reached"). */
export function mayBeUsedFrom(linkServer: BaseUrl, via: BaseUrl): boolean {
  return RANK[closenessOf(linkServer)] >= RANK[closenessOf(via)]
}
