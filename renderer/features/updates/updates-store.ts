// Owns the window's copy of how it stands with a newer version. Main looks for it.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { UpdateState } from '../../../shared/model/update'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'

export interface UpdatesState {
  readonly state: UpdateState
}

export type UpdatesStore = StoreApi<UpdatesState>

export const createUpdatesStore = (): UpdatesStore =>
  createStore<UpdatesState>(() => ({ state: { is: 'none', asked: false } }))

/** For as long as the page lives. */
export function followUpdates(store: UpdatesStore, desktop: Desktop, log: Log): void {
  followDocument({
    read: () => desktop.call('updates.read'),
    changes: (listener) => desktop.on('updates.changed', listener),
    onDocument: (state) => store.setState({ state }),
    onFailure: (code) => log.error('updates not read', { code }),
  })
}
