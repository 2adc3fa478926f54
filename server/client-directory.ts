// Owns who is connected: the one place that turns a PeerJS id into something to send to. Several processes would share
// their clients behind this same interface.
import type { Delivery } from '../shared/protocol/server-messages'

export interface ConnectedClient {
  readonly id: string
  /** False where it can't be sent to any more. Never waits: order is kept because nothing here is asynchronous. */
  send(text: string): boolean
}

export interface ClientDirectory<C extends ConnectedClient> {
  readonly size: number
  find(id: string): C | undefined
  all(): readonly C[]
  /** Takes the id's place; whoever held it is no longer found. */
  enter(client: C): void
  /** Does nothing where another one has taken the place since. */
  leave(client: C): void
  deliver(id: string, text: string): Delivery
}

export function createClientDirectory<C extends ConnectedClient>(): ClientDirectory<C> {
  const clients = new Map<string, C>()
  return {
    get size() {
      return clients.size
    },
    find: (id) => clients.get(id),
    all: () => [...clients.values()],
    enter: (client) => void clients.set(client.id, client),
    leave(client) {
      if (clients.get(client.id) === client) clients.delete(client.id)
    },
    deliver: (id, text) => (clients.get(id)?.send(text) === true ? 'delivered' : 'offline'),
  }
}
