// Owns which one banner stands over the home screen: what keeps people from ringing you comes first. Pure.
import type { FailureCode } from '../../../shared/failure'
import type { DocumentTrouble } from '../../../shared/model/document-trouble'
import type { IdentityState } from '../../../shared/model/identity'
import type { UpdateState } from '../../../shared/model/update'
import type { ConnectionState } from './connection-store'
import { joinTrouble, type JoinTrouble } from './join-trouble'

export type HomeBanner =
  | { readonly kind: 'locked' }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'not-started'; readonly code: FailureCode }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'join-code'; readonly code: JoinTrouble }
  | { readonly kind: 'stopped'; readonly code: FailureCode }
  /** `retryAtMs` null: it is being tried. */
  | { readonly kind: 'waiting'; readonly code: FailureCode; readonly retryAtMs: number | null }
  | { readonly kind: 'document'; readonly trouble: DocumentTrouble }
  /** This id's link rings here, after it was restored. */
  | { readonly kind: 'restored'; readonly id: string }
  | { readonly kind: 'old-links-break' }
  | { readonly kind: 'no-stun' }
  /** A newer version waits for a restart; `installed` already, by the system. */
  | { readonly kind: 'update'; readonly version: string; readonly installed: boolean }

export interface BannerFacts {
  readonly identity: IdentityState
  readonly connection: ConnectionState
  readonly troubles: readonly DocumentTrouble[]
  readonly restored: boolean
  /** The server is a stock one outside this network and no STUN server is set. */
  readonly lacksStun: boolean
  readonly update: UpdateState
  readonly dismissed: ReadonlySet<HomeBanner['kind']>
}

export function chooseBanner(facts: BannerFacts): HomeBanner | null {
  const { identity, connection, troubles, restored, lacksStun, update, dismissed } = facts
  if (identity.status === 'locked') return { kind: 'locked' }
  const unreachable = unreachableBanner(connection)
  if (unreachable) return unreachable
  const trouble = troubles[0]
  if (trouble) return { kind: 'document', trouble }
  const { home } = connection.reach
  // Not before it does.
  const rings = connection.home.status === 'open'
  if (restored && rings && identity.status === 'ready' && !dismissed.has('restored')) {
    return { kind: 'restored', id: identity.id }
  }
  if (home.status === 'ready' && home.oldLinksBreak && !dismissed.has('old-links-break')) {
    return { kind: 'old-links-break' }
  }
  if (lacksStun && !dismissed.has('no-stun')) return { kind: 'no-stun' }
  return dismissed.has('update') ? null : updateBanner(update)
}

function updateBanner(update: UpdateState): HomeBanner | null {
  if (update.is !== 'ready' && update.is !== 'replaced') return null
  return { kind: 'update', version: update.version, installed: update.is === 'replaced' }
}

function unreachableBanner({ reach, home }: ConnectionState): HomeBanner | null {
  if (reach.home.status === 'failed') {
    const { code, port } = reach.home
    return code === 'port-taken' ? { kind: 'port-taken', port } : { kind: 'not-started', code }
  }
  const code = joinTrouble({ home })
  if (code !== null) return { kind: 'join-code', code }
  if (home.status === 'stopped') {
    return home.code === 'superseded' ? { kind: 'superseded' } : { kind: 'stopped', code: home.code }
  }
  if (home.status === 'waiting') return { kind: 'waiting', code: home.code, retryAtMs: home.retryAtMs }
  // It stays for each further attempt: the page would go up and down by it, and its button away under the pointer.
  if (home.status !== 'connecting' || home.failed === null) return null
  return { kind: 'waiting', code: home.failed, retryAtMs: null }
}
