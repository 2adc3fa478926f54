// Owns what a server is told to be: made from options (config.ts), or from main's message (embedded-host.ts).
import type { BaseUrl } from '../shared/link/base-url'
import type { ListenConfig } from './http-server'
import type { Limits } from './limits'
import type { TurnConfig } from './turn'

export interface ServerConfig extends ListenConfig {
  /** Base URLs that this server answers to; empty: localhost and each address that it listens on. */
  readonly origins: readonly BaseUrl[]
  readonly stun: readonly string[]
  readonly turn: TurnConfig | null
  /** Whether plain PeerJS clients may come in, too. */
  readonly open: boolean
  /** Identities that may use it; null: everybody. */
  readonly invited: ReadonlySet<string> | null
  /** What everybody who uses it must have; null: nothing. */
  readonly joinCode: string | null
  /** The built renderer; null, or without an index.html: no guest page. */
  readonly pageFolder: string | null
  readonly limits: Limits
  /** Proxies whose word about a client's address counts. */
  readonly trustProxy: readonly string[]
}
