// Owns which one banner stands over the home screen: what keeps people from ringing you comes first. Pure.
import type { FailureCode } from '../../../shared/failure'
import type { DocumentTrouble } from '../../../shared/ipc/contract'
import type { IdentityState } from '../../../shared/model/identity'
import type { ConnectionState } from './connection-store'

export type HomeBanner =
  | { readonly kind: 'locked' }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'not-started'; readonly code: FailureCode }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'stopped'; readonly code: FailureCode }
  | { readonly kind: 'waiting'; readonly code: FailureCode; readonly retryAtMs: number }
  | { readonly kind: 'document'; readonly trouble: DocumentTrouble }
  | { readonly kind: 'old-links-break' }
  | { readonly kind: 'no-stun' }

export interface BannerFacts {
  readonly identity: IdentityState['status']
  readonly connection: ConnectionState
  readonly troubles: readonly DocumentTrouble[]
  /** The server is a stock one outside this network and no STUN server is set. */
  readonly lacksStun: boolean
  readonly dismissed: ReadonlySet<HomeBanner['kind']>
}

export function chooseBanner(facts: BannerFacts): HomeBanner | null {
  const { identity, connection, troubles, lacksStun, dismissed } = facts
  if (identity === 'locked') return { kind: 'locked' }
  const unreachable = unreachableBanner(connection)
  if (unreachable) return unreachable
  const trouble = troubles[0]
  if (trouble) return { kind: 'document', trouble }
  const { home } = connection.reach
  if (home.status === 'ready' && home.oldLinksBreak && !dismissed.has('old-links-break')) {
    return { kind: 'old-links-break' }
  }
  return lacksStun && !dismissed.has('no-stun') ? { kind: 'no-stun' } : null
}

function unreachableBanner({ reach, home }: ConnectionState): HomeBanner | null {
  if (reach.home.status === 'failed') {
    const { code, port } = reach.home
    return code === 'port-taken' ? { kind: 'port-taken', port } : { kind: 'not-started', code }
  }
  if (home.status === 'stopped') {
    return home.code === 'superseded' ? { kind: 'superseded' } : { kind: 'stopped', code: home.code }
  }
  return home.status === 'waiting' ? { kind: 'waiting', code: home.code, retryAtMs: home.retryAtMs } : null
}
