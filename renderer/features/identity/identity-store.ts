// Owns the window's copy of what main, or a guest's browser, says about our identity.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { IdentityState } from '../../../shared/model/identity'

export type IdentityStore = StoreApi<IdentityState>
export const createIdentityStore = (): IdentityStore =>
  createStore<IdentityState>(() => ({ status: 'loading' }))
