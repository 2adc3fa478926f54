// Owns the window's copies of contacts and recent calls, and what an ended call changes in them.
import { parseCallLink } from '../../../shared/link/call-link'
import type { FailureCode } from '../../../shared/failure'
import type { History, NewCallRecord } from '../../../shared/model/call-record'
import type { Contacts } from '../../../shared/model/contact'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import { createPeopleCommands, type SavingPeople } from './people-commands'
import type { PeopleCommands, PeopleStore } from './people-store'

export interface PeopleController {
  readonly commands: PeopleCommands
  /** Called by the wiring when a call ended; nothing else writes history. */
  addRecord(record: NewCallRecord): void
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
  readonly commands: SavingPeople
  private readonly options: PeopleControllerOptions
  private readonly scope = createScope()
  private readonly unread = new Set<Document>(['contacts', 'history'])

  constructor(options: PeopleControllerOptions) {
    this.options = options
    const { desktop, clock, log } = options
    this.commands = createPeopleCommands({ state: () => options.store.getState(), desktop, clock, log })
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

  addRecord(record: NewCallRecord): void {
    const { desktop, log } = this.options
    void desktop.call('history.add', record).then((added) => {
      if (!added.ok) log.error('add to history failed', { code: added.code })
    })
    this.noteServer(record)
  }

  /** A contact is the id; the server is the one where they were last seen, by a call of theirs or one they took. */
  private noteServer({ id, direction, talkedMs, callBack, via }: NewCallRecord): void {
    const known = this.options.store.getState().contacts.find((contact) => contact.id === id)
    const link = callBack === null ? null : parseCallLink(callBack)
    const seen = direction === 'incoming' || talkedMs > 0
    if (!known || !link?.ok || !seen) return
    const { server } = link.value
    if (server === known.server && (via === undefined || via === known.via)) return
    void this.commands.saveSeen({ id, name: known.name, server }, via ?? null)
  }

  end(): void {
    this.scope.end()
  }

  private readonly takeContacts = ({ contacts, blocked }: Contacts): void => {
    this.options.store.setState({ contacts, blocked })
    this.read('contacts')
  }

  private readonly takeHistory = ({ records, seenBelow }: History): void => {
    this.options.store.setState({ records, seenBelow })
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
}
