// Owns a guest's settings, contacts and recent calls: the same documents and checks as in the app, kept by the browser.
import type * as z from 'zod'
import type { DocumentTrouble } from '../../../shared/ipc/contract'
import {
  EMPTY_HISTORY,
  MAX_RECORDS,
  historySchema,
  type CallRecord,
  type History,
} from '../../../shared/model/call-record'
import {
  MAX_CONTACTS,
  NO_CONTACTS,
  contactsSchema,
  type Contact,
  type Contacts,
} from '../../../shared/model/contact'
import {
  DEFAULT_SETTINGS,
  settingsSchema,
  type Settings,
  type SettingsChange,
} from '../../../shared/model/settings'
import { fail, ok, type Result } from '../../../shared/result'
import { keepSuccess } from '../../lib/keep-success'
import type { GuestStore } from './guest-store'

export interface KeptDocument<T> {
  read(): Promise<T>
  /** One change after the other; `next` says what it becomes, or why not. */
  change(next: (now: T) => Result<T>): Promise<Result<T>>
}

export interface DocumentKind<T> {
  readonly name: DocumentTrouble['document']
  readonly schema: z.ZodType<T>
  readonly empty: T
}

/** Reads once; from then on this tab's copy is the one that counts. */
export function keptDocument<T>(
  store: () => Promise<GuestStore>,
  { name, schema, empty }: DocumentKind<T>,
  onTrouble: (trouble: DocumentTrouble) => void,
): KeptDocument<T> {
  let last: Promise<T> | null = null

  async function load(): Promise<T> {
    const kept = await store()
    const there = await kept.read(name)
    if (there === undefined) return empty
    const checked = schema.safeParse(there)
    if (checked.success) return checked.data
    await kept.write(`${name}-set-aside`, there)
    onTrouble({ document: name, outcome: 'defaults-used', code: 'document-damaged' })
    return empty
  }

  async function save(document: T): Promise<void> {
    try {
      await (await store()).write(name, document)
    } catch (error) {
      const full = error instanceof DOMException && error.name === 'QuotaExceededError'
      onTrouble({ document: name, outcome: 'not-saved', code: full ? 'disk-full' : 'disk-failed' })
    }
  }

  const loaded = keepSuccess(load)
  const read = (): Promise<T> => last ?? loaded()

  return {
    read,
    async change(next) {
      let outcome: Result<T> = fail('internal')
      const turn = read().then(async (now) => {
        outcome = next(now)
        if (!outcome.ok) return now
        await save(outcome.value)
        return outcome.value
      })
      last = turn
      // Only reading can fail, and only before anything was read: then there is nothing to go on from.
      turn.catch(() => {
        if (last === turn) last = null
      })
      await turn
      return outcome
    },
  }
}

export interface GuestDocuments {
  readonly settings: KeptDocument<Settings>
  readonly contacts: KeptDocument<Contacts>
  readonly history: KeptDocument<History>
}

export function guestDocuments(
  store: () => Promise<GuestStore>,
  onTrouble: (trouble: DocumentTrouble) => void,
): GuestDocuments {
  const settings = { name: 'settings', schema: settingsSchema, empty: DEFAULT_SETTINGS } as const
  const contacts = { name: 'contacts', schema: contactsSchema, empty: NO_CONTACTS } as const
  const history = { name: 'history', schema: historySchema, empty: EMPTY_HISTORY } as const
  return {
    settings: keptDocument(store, settings, onTrouble),
    contacts: keptDocument(store, contacts, onTrouble),
    history: keptDocument(store, history, onTrouble),
  }
}

export function withSettings(change: SettingsChange): (now: Settings) => Result<Settings> {
  // Only what was given: an absent part keeps what it was.
  return (now) =>
    ok({ ...now, ...Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined)) })
}

export function withContact(contact: Contact): (now: Contacts) => Result<Contacts> {
  return (now) => {
    const others = now.contacts.filter((known) => known.id !== contact.id)
    if (others.length >= MAX_CONTACTS) return fail('limit-reached')
    return ok({ v: 1, contacts: [...others, contact] })
  }
}

export function withoutContact(id: string): (now: Contacts) => Result<Contacts> {
  return (now) => ok({ v: 1, contacts: now.contacts.filter((known) => known.id !== id) })
}

/** Oldest first, one record per call; the oldest give way. */
export function withRecord(record: CallRecord): (now: History) => Result<History> {
  return (now) => {
    const others = now.records.filter((known) => known.callId !== record.callId)
    return ok({ v: 1, records: [...others, record].slice(-MAX_RECORDS) })
  }
}
