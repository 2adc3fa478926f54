// Owns trying a server before it becomes home: a real connection with our own key, closed after. It says what failed.
import type { BaseUrl } from '../../../shared/link/base-url'
import { visitPeerId } from '../../../shared/protocol/identity'
import { fail, ok, type Result } from '../../../shared/result'
import type { Ids } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { OpenSignalling } from './connection-controller'

export interface TestedServer {
  readonly kind: 'own' | 'stock'
}

/** Errors: those of `visit.open`; why the connection failed; identity-missing while we have none. */
export type TestServer = (server: BaseUrl) => Promise<Result<TestedServer>>

export interface TestServerOptions {
  readonly desktop: Desktop
  readonly ids: Ids
  readonly openSignalling: OpenSignalling
  /** Null while the identity isn't ready. */
  readonly identity: () => string | null
  /** A call's visit to that server is open: it stays allowed. */
  readonly isVisited: (server: BaseUrl) => boolean
}

/** One that is there answers at once; what comes later than this would be a bad home. */
const SILENT_MS = 10_000
const ALIVE_MS = 20_000

export function createTestServer(options: TestServerOptions): TestServer {
  const { desktop, ids, openSignalling, identity, isVisited } = options
  return async (server) => {
    const id = identity()
    if (id === null) return fail('identity-missing')
    const allowed = await desktop.call('visit.open', { server, via: null })
    if (!allowed.ok) return allowed
    // Under another id than at home, whose place it would take where that is the same server.
    const signalling = openSignalling({ server, peerId: visitPeerId(id, ids.hex(8)) })
    try {
      const code = await signalling.ready(SILENT_MS, ALIVE_MS)
      if (code !== null) return fail(code)
      return ok({ kind: signalling.kind === 'stock' ? 'stock' : 'own' })
    } finally {
      signalling.close()
      if (!isVisited(server)) void desktop.call('visit.close', { server })
    }
  }
}
