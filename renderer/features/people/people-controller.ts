// Owns the window's copies of contacts and recent calls, and sending changes to where the documents are.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { parseCallLink } from '../../../shared/link/call-link'
import type { FailureCode } from '../../../shared/failure'
import type { CallRecord, History } from '../../../shared/model/call-record'
import type { Contact, Contacts } from '../../../shared/model/contact'
import type { Result } from '../../../shared/result'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import { storedVia } from './stored-via'
import type { PeopleCommands, PeopleStore } from './people-store'

export interface PeopleController extends PeopleCommands {
  /** Called by the wiring when a call ended; nothing else writes history. */
  addRecord(record: CallRecord): void
  end(): void
}

export interface PeopleControllerOptions {
  readonly store: PeopleStore
  readonly desktop: Desktop
  readonly clock: Clock
  readonly log: Log
}

export function createPeopleController(options: PeopleControllerOptions): PeopleController {
  return new Controller(options)
}

type Document = 'contacts' | 'history'

class Controller implements PeopleController {
  private readonly options: PeopleControllerOptions
  private readonly scope = createScope()
  private readonly unread = new Set<Document>(['contacts', 'history'])

  constructor(options: PeopleControllerOptions) {
    this.options = options
    const { desktop } = options
    this.scope.add(
      followDocument({
        read: () => desktop.call('contacts.read'),
        changes: (listener) => desktop.on('contacts.changed', listener),
        onDocument: this.takeContacts,
        onFailure: (code) => this.notRead('contacts', code),
      }),
    )
    this.scope.add(
      followDocument({
        read: () => desktop.call('history.read'),
        changes: (listener) => desktop.on('history.changed', listener),
        onDocument: this.takeHistory,
        onFailure: (code) => this.notRead('history', code),
      }),
    )
  }

  saveContact(person: Pick<Contact, 'id' | 'name' | 'server'>): void {
    const base = person.server === null ? null : normaliseBaseUrl(person.server)
    const via = base?.ok
      ? storedVia(this.options.store.getState(), { id: person.id, server: base.value })
      : null
    this.save(person, via)
  }

  private save({ id, name, server }: Pick<Contact, 'id' | 'name' | 'server'>, via: string | null): void {
    const { store, desktop, clock } = this.options
    const known = store.getState().contacts.find((contact) => contact.id === id)
    const addedAt = known?.addedAt ?? clock.wallNow()
    const contact = { id, name, server, addedAt, ...(via === null ? {} : { via }) }
    void this.send('save contact', desktop.call('contacts.save', contact), this.takeContacts)
  }

  removeContact(id: string): void {
    const { desktop } = this.options
    void this.send('remove contact', desktop.call('contacts.remove', { id }), this.takeContacts)
  }

  addRecord(record: CallRecord): void {
    const { desktop } = this.options
    void this.send('add to history', desktop.call('history.add', record), this.takeHistory)
    this.noteServer(record)
  }

  /** A contact is the id; the server is the one where they were last seen, by a call of theirs or one they took. */
  private noteServer({ id, direction, talkedMs, callBack, via }: CallRecord): void {
    const known = this.options.store.getState().contacts.find((contact) => contact.id === id)
    const link = callBack === null ? null : parseCallLink(callBack)
    const seen = direction === 'incoming' || talkedMs > 0
    if (!known || !link?.ok || !seen) return
    const { server } = link.value
    if (server === known.server && (via === undefined || via === known.via)) return
    this.save({ id, name: known.name, server }, via ?? null)
  }

  end(): void {
    this.scope.end()
  }

  private readonly takeContacts = ({ contacts }: Contacts): void => {
    this.options.store.setState({ contacts })
    this.read('contacts')
  }

  private readonly takeHistory = ({ records }: History): void => {
    this.options.store.setState({ records: [...records].sort((a, b) => b.startedAt - a.startedAt) })
    this.read('history')
  }

  private notRead(document: Document, code: FailureCode): void {
    this.options.log.error(`${document} not read`, { code })
    this.read(document)
  }

  private read(document: Document): void {
    this.unread.delete(document)
    if (this.unread.size === 0) this.options.store.setState({ loaded: true })
  }

  private async send<T>(
    what: string,
    answer: Promise<Result<T>>,
    take: (document: T) => void,
  ): Promise<void> {
    const saved = await answer
    if (!saved.ok) this.options.log.error(`${what} failed`, { code: saved.code })
    else if (!this.scope.ended) take(saved.value)
  }
}
