// Owns the window's copies of contacts and recent calls. Main has the documents.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Blocked, Contact, ContactEdit } from '../../../shared/model/contact'
import type { Result } from '../../../shared/result'

export interface PeopleState {
  /** False until both documents were read. */
  readonly loaded: boolean
  readonly contacts: readonly Contact[]
  readonly blocked: readonly Blocked[]
  /** Newest first. */
  readonly records: readonly CallRecord[]
  /** Missed calls from this number on weren't seen yet. */
  readonly seenBelow: number
}

export type PeopleStore = StoreApi<PeopleState>
export const createPeopleStore = (): PeopleStore =>
  createStore<PeopleState>(() => ({
    ...{ loaded: false, contacts: [], blocked: [], records: [], seenBelow: 1 },
  }))

type Person = Pick<Contact, 'id' | 'name'>

/** Each answers once the change was taken or refused; the stores follow by themselves. */
export interface PeopleCommands {
  /** A new contact, or a known one's name and server. */
  saveContact(person: Pick<Contact, 'id' | 'name' | 'server'>): Promise<Result<unknown>>
  editContact(id: string, edit: ContactEdit): Promise<Result<unknown>>
  /** base64 of a picture that was drawn here; null takes it away. */
  setPicture(id: string, data: string | null): Promise<Result<unknown>>
  /** All or none. */
  removeContacts(ids: readonly string[]): Promise<Result<unknown>>
  /** Undoes a removal or an import, or takes one: whole entries, in place of those that are there. */
  putContacts(contacts: readonly Contact[]): Promise<Result<unknown>>
  block(person: Person): Promise<Result<unknown>>
  unblock(id: string): Promise<Result<unknown>>
  removeCalls(records: readonly CallRecord[]): Promise<Result<unknown>>
  putBackCalls(records: readonly CallRecord[]): Promise<Result<unknown>>
  /** All calls that are listed now count as seen. */
  seeCalls(): void
}
