// Owns sending changes of contacts and recent calls to where the documents are.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import type { Contact } from '../../../shared/model/contact'
import type { Result } from '../../../shared/result'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { Log } from '../../platform/log'
import type { PeopleCommands, PeopleState } from './people-store'
import { storedVia } from './stored-via'

export interface PeopleCommandsOptions {
  readonly state: () => PeopleState
  readonly desktop: Desktop
  readonly clock: Clock
  readonly log: Log
}

export interface SavingPeople extends PeopleCommands {
  /** `via`: the server that brought this one. */
  saveSeen(person: Pick<Contact, 'id' | 'name' | 'server'>, via: string | null): Promise<Result<unknown>>
}

export function createPeopleCommands({ state, desktop, clock, log }: PeopleCommandsOptions): SavingPeople {
  async function noted<T>(what: string, answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer
    if (!result.ok) log.error(`${what} failed`, { code: result.code })
    return result
  }

  function saveSeen(
    { id, name, server }: Pick<Contact, 'id' | 'name' | 'server'>,
    via: string | null,
  ): Promise<Result<unknown>> {
    const place = { name, server, ...(via === null ? {} : { via }) }
    if (state().contacts.some((contact) => contact.id === id)) {
      return noted('save contact', desktop.call('contacts.edit', { id, edit: place }))
    }
    const own = { favourite: false, notes: '', picture: null, addedAt: clock.wallNow() }
    return noted('save contact', desktop.call('contacts.put', { contacts: [{ id, ...place, ...own }] }))
  }

  return {
    saveSeen,
    setPicture: (id, data) => noted('set picture', storePicture(desktop, id, data)),
    saveContact(person) {
      const base = person.server === null ? null : normaliseBaseUrl(person.server)
      return saveSeen(person, base?.ok ? storedVia(state(), { id: person.id, server: base.value }) : null)
    },
    editContact: (id, edit) => noted('edit contact', desktop.call('contacts.edit', { id, edit })),
    removeContacts: (ids) => noted('remove contacts', desktop.call('contacts.remove', { ids: [...ids] })),
    putContacts: (contacts) =>
      noted('put contacts', desktop.call('contacts.put', { contacts: [...contacts] })),
    block: ({ id, name }) =>
      noted('block', desktop.call('contacts.block', { id, name, blockedAt: clock.wallNow() })),
    unblock: (id) => noted('unblock', desktop.call('contacts.unblock', { id })),
    removeCalls: (records) =>
      noted('remove calls', desktop.call('history.remove', { numbers: records.map(({ n }) => n) })),
    putBackCalls: (records) =>
      noted('put back calls', desktop.call('history.putBack', { records: [...records] })),
    seeCalls() {
      const { records, seenBelow } = state()
      const below = (records[0]?.n ?? 0) + 1
      if (below > seenBelow) void noted('see calls', desktop.call('history.see', { below }))
    },
  }
}

async function storePicture(desktop: Desktop, id: string, data: string | null): Promise<Result<unknown>> {
  if (data === null) return desktop.call('contacts.edit', { id, edit: { picture: null } })
  const saved = await desktop.call('pictures.save', { data })
  return saved.ok ? desktop.call('contacts.edit', { id, edit: saved.value }) : saved
}
