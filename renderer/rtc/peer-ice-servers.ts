// Owns the ICE servers that a new connection gets: our server's, from a session of the last minutes, or the user's own STUN
// list on a stock server. A server's list is hostile input, and one bad address would make RTCPeerConnection throw.
import type { IceServer } from '../../shared/protocol/server-messages'
import { createScope } from '../lib/scope'
import type { Clock } from '../platform/clock'
import type { ServerSession, SessionClient } from './session-client'

/** A call doesn't wait longer for a fresher list than it has. */
export const PATIENCE_MS = 2_000
/** Spares two requests where calls follow each other. */
export const FRESH_MS = 3 * 60_000
/** A call that begins with credentials has as much of their life left. */
const FRESH_SHARE_OF_LIFE = 1 / 2
/** Where new ones couldn't be had: the rest of their life has room for some more attempts. */
const RETRY_SHARE_OF_LIFE = 1 / 8

const HOST = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])`
const ADDRESS = new RegExp(String.raw`^(stuns?|turns?):${HOST}(?::(\d{1,5}))?(?:\?transport=(?:udp|tcp))?$`)

export interface IceServers {
  learned(session: ServerSession): void
  current(): Promise<readonly IceServer[]>
  /** When a running connection needs the next credentials; null where they don't end. */
  renewAfterMs(): number | null
}

export function createIceServers(
  sessions: SessionClient,
  clock: Clock,
  stunServers: () => readonly string[],
): IceServers {
  let refreshing: Promise<void> | null = null
  let known: {
    readonly servers: readonly IceServer[]
    readonly untilMs: number
    readonly lifeMs: number
    readonly sinceMs: number
  } | null = null
  let stock = false

  function learned(session: ServerSession): void {
    stock = session.kind === 'stock'
    if (session.kind !== 'own') return
    const { iceServers, iceLifeMs = Infinity } = session.answer
    const freshMs = Math.min(FRESH_MS, iceLifeMs * FRESH_SHARE_OF_LIFE)
    const sinceMs = clock.now()
    known = { servers: usable(iceServers), untilMs: sinceMs + freshMs, lifeMs: iceLifeMs, sinceMs }
  }

  function refresh(): Promise<void> {
    refreshing ??= sessions
      .open()
      .then((session) => {
        if (session.ok) learned(session.value)
      })
      .finally(() => (refreshing = null))
    return refreshing
  }

  return {
    learned,
    renewAfterMs() {
      if (stock || !known || known.lifeMs === Infinity) return null
      const dueMs = known.sinceMs + known.lifeMs * FRESH_SHARE_OF_LIFE - clock.now()
      return Math.max(dueMs, known.lifeMs * RETRY_SHARE_OF_LIFE)
    },
    async current() {
      if (!stock && (!known || clock.now() > known.untilMs)) await atMost(PATIENCE_MS, refresh(), clock)
      if (stock) return usable(stunServers().map((urls) => ({ urls })))
      return known?.servers ?? [] // older ones are better than none
    },
  }
}

function atMost(ms: number, task: Promise<void>, clock: Clock): Promise<void> {
  const scope = createScope()
  const late = new Promise<void>((resolve) => scope.add(clock.after(ms, resolve)))
  return Promise.race([task, late]).finally(() => scope.end())
}

/** Drops what RTCPeerConnection would throw on: malformed addresses, and relays without credentials. */
export function usable(servers: readonly IceServer[]): readonly IceServer[] {
  const kept: IceServer[] = []
  for (const server of servers) {
    const addresses = typeof server.urls === 'string' ? [server.urls] : server.urls
    const urls = addresses.filter((address) => isUsable(address, server))
    if (urls.length > 0) kept.push({ ...server, urls })
  }
  return kept
}

function isUsable(address: string, { username, credential }: IceServer): boolean {
  const [, scheme, port] = ADDRESS.exec(address) ?? []
  if (scheme === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return false
  if (scheme.startsWith('stun')) return !address.includes('?')
  return Boolean(username) && Boolean(credential)
}

/** Of a list that `usable` went over. */
export const hasRelay = (servers: readonly IceServer[]): boolean =>
  servers.some(({ urls }) => [urls].flat().some((address) => address.startsWith('turn')))

/** The same in the DOM's type, where a field is either there or not. */
export function toRtcIceServers(servers: readonly IceServer[]): RTCIceServer[] {
  return servers.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }))
}
