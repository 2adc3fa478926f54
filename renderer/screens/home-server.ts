// Owns which server this client dials as its home. Pure.
import { normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import type { ConnectionState } from '../features/connection/connection-store'

/** Null while none is known. */
export function homeServerOf({ reach: { home } }: Pick<ConnectionState, 'reach'>): BaseUrl | null {
  const server = home.status === 'ready' ? normaliseBaseUrl(home.dial) : null
  return server?.ok ? server.value : null
}
