// Owns what the screens read about being reachable: our link, from where, and what stands in the way.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FailureCode } from '../../../shared/failure'
import type { Reach } from '../../../shared/model/reach'

export type HomeState =
  | { readonly status: 'off' }
  /** `failed`: why the attempt before this one did; null: there was none. */
  | { readonly status: 'connecting'; readonly failed: FailureCode | null }
  | { readonly status: 'open' }
  | { readonly status: 'waiting'; readonly code: FailureCode; readonly retryAtMs: number }
  | { readonly status: 'stopped'; readonly code: FailureCode }

export interface ConnectionState {
  readonly reach: Reach
  readonly home: HomeState
  readonly serverKind: 'own' | 'stock' | 'unknown'
  /** `parley://call/…`; null until the identity and the server are known. */
  readonly appLink: string | null
  /** Only where that server serves a page that a browser lets use camera and WebCrypto; else null and the reason. */
  readonly webLink: string | null
  readonly webLinkMissing: 'not-served' | 'not-secure' | 'unknown' | null
}

export type ConnectionStore = StoreApi<ConnectionState>
export const createConnectionStore = (): ConnectionStore =>
  createStore<ConnectionState>(() => ({
    reach: { mode: 'unset', home: { status: 'none' } },
    home: { status: 'off' },
    serverKind: 'unknown',
    appLink: null,
    webLink: null,
    webLinkMissing: 'unknown',
  }))

export interface ConnectionCommands {
  /** Dials home now; after `superseded` it takes the place back ("use it here"). */
  retryHome(): void
}
