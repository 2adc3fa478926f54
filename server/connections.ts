// Owns the connections under the requests: how many there may be, and how long one may take until its first request.
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf, type ClientAddresses } from './client-address'
import type { LimitHits } from './limit-hits'
import type { Limits } from './limits'
import { createCounts } from './places'

export interface ConnectionDeps {
  readonly limits: () => Limits
  readonly hits: LimitHits
  readonly addresses: ClientAddresses
}

export interface Connections {
  readonly size: number
  destroyAll(): void
}

/** A page loads over some connections more than its client's one. Past this nothing is answered: it would cost more. */
const CONNECTIONS_OF_A_CLIENT = 2

export function watchConnections(http: Server, secure: boolean, deps: ConnectionDeps): Connections {
  /** With the address that each counts for. */
  const sockets = new Map<Socket, string | null>()
  const ofAddress = createCounts()
  const firstRequests = createDeadlines(deps)

  function reached(address: string | null): 'max-sockets' | 'sockets-per-address' | null {
    const limits = deps.limits()
    if (sockets.size >= limits['max-sockets']) return 'max-sockets'
    if (address === null) return null
    const most = CONNECTIONS_OF_A_CLIENT * limits['sockets-per-address']
    return ofAddress.count(address) >= most ? 'sockets-per-address' : null
  }

  // One for all: an idle client is little more than its connection, and a closure would be a good part of that.
  function closed(this: Socket): void {
    const address = sockets.get(this)
    if (typeof address === 'string') ofAddress.add(address, -1)
    sockets.delete(this)
  }

  http.on('connection', (socket) => {
    const address = countedAddress(socket, deps.addresses)
    const full = reached(address)
    if (full !== null) {
      deps.hits.hit(full)
      socket.destroy()
      return
    }
    sockets.set(socket, address)
    if (address !== null) ofAddress.add(address, 1)
    socket.on('close', closed)
    if (!secure) firstRequests.start(socket)
  })
  // Its handshake has a time of its own (http-server.ts).
  http.on('secureConnection', (socket: Socket) => firstRequests.start(socket))
  const came = ({ socket }: IncomingMessage): void => firstRequests.met(socket)
  http.on('request', came)
  http.on('upgrade', came)
  return {
    get size() {
      return sockets.size
    },
    // Node 16 can't close what is kept alive by itself.
    destroyAll() {
      for (const socket of sockets.keys()) socket.destroy()
    },
  }
}

/** Null for a proxy's connections: they carry everybody's requests, which are counted by their own address. */
const countedAddress = ({ remoteAddress }: Socket, addresses: ClientAddresses): string | null =>
  addresses.isProxy(remoteAddress) ? null : networkOf(remoteAddress ?? 'gone')

function createDeadlines({ limits, hits }: ConnectionDeps): {
  start(socket: Socket): void
  met(socket: Socket): void
} {
  const timers = new Map<Socket, NodeJS.Timeout>()
  function met(socket: Socket): void {
    const timer = timers.get(socket)
    if (!timer) return
    clearTimeout(timer)
    timers.delete(socket)
    socket.off('close', closed)
  }
  function closed(this: Socket): void {
    met(this)
  }
  function late(socket: Socket): void {
    hits.hit('handshake-seconds')
    socket.destroy()
  }
  return {
    met,
    start(socket) {
      timers.set(socket, setTimeout(late, limits()['handshake-seconds'] * 1000, socket))
      socket.on('close', closed)
    },
  }
}
