// Owns the window's copies of contacts and recent calls. Main has the documents.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'

export interface PeopleState {
  /** False until both documents were read. */
  readonly loaded: boolean
  readonly contacts: readonly Contact[]
  /** Newest first. */
  readonly records: readonly CallRecord[]
}

export type PeopleStore = StoreApi<PeopleState>
export const createPeopleStore = (): PeopleStore =>
  createStore<PeopleState>(() => ({ loaded: false, contacts: [], records: [] }))

export interface PeopleCommands {
  saveContact(person: { readonly id: string; readonly name: string; readonly server: string | null }): void
  removeContact(id: string): void
}
