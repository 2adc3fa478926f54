// Owns the window's copies of contacts and recent calls, and sending changes to where the documents are.
import type { FailureCode } from '../../../shared/failure'
import type { CallRecord, History } from '../../../shared/model/call-record'
import type { Contacts } from '../../../shared/model/contact'
import type { Result } from '../../../shared/result'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import type { PeopleCommands, PeopleStore } from './people-store'

export interface PeopleController extends PeopleCommands {
  /** Called by the wiring when a call ended; nothing else writes history. */
  addRecord(record: CallRecord): void
  end(): void
}

export function createPeopleController(options: {
  readonly store: PeopleStore
  readonly desktop: Desktop
  readonly clock: Clock
  readonly log: Log
}): PeopleController {
  const { store, desktop, clock, log } = options
  const scope = createScope()
  const unread = new Set(['contacts', 'history'])

  function read(document: 'contacts' | 'history'): void {
    unread.delete(document)
    if (unread.size === 0) store.setState({ loaded: true })
  }

  function takeContacts({ contacts }: Contacts): void {
    store.setState({ contacts })
    read('contacts')
  }

  function takeHistory({ records }: History): void {
    store.setState({ records: [...records].sort((a, b) => b.startedAt - a.startedAt) })
    read('history')
  }

  function notRead(document: 'contacts' | 'history', code: FailureCode): void {
    log.error(`${document} not read`, { code })
    read(document)
  }

  async function send<T>(
    what: string,
    answer: Promise<Result<T>>,
    take: (document: T) => void,
  ): Promise<void> {
    const saved = await answer
    if (!saved.ok) log.error(`${what} failed`, { code: saved.code })
    else if (!scope.ended) take(saved.value)
  }

  scope.add(
    followDocument({
      read: () => desktop.call('contacts.read'),
      changes: (listener) => desktop.on('contacts.changed', listener),
      onDocument: takeContacts,
      onFailure: (code) => notRead('contacts', code),
    }),
  )
  scope.add(
    followDocument({
      read: () => desktop.call('history.read'),
      changes: (listener) => desktop.on('history.changed', listener),
      onDocument: takeHistory,
      onFailure: (code) => notRead('history', code),
    }),
  )
  return {
    saveContact({ id, name, server }) {
      const addedAt = store.getState().contacts.find((known) => known.id === id)?.addedAt ?? clock.wallNow()
      void send('save contact', desktop.call('contacts.save', { id, name, server, addedAt }), takeContacts)
    },
    removeContact: (id) => void send('remove contact', desktop.call('contacts.remove', { id }), takeContacts),
    addRecord: (record) => void send('add to history', desktop.call('history.add', record), takeHistory),
    end: () => scope.end(),
  }
}
