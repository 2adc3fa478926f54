// Owns a guest's settings, contacts and recent calls: the same documents and checks as in the app, kept by the browser.
import type * as z from 'zod'
import type { DocumentTrouble } from '../../../shared/model/document-trouble'
import { EMPTY_HISTORY, type History } from '../../../shared/model/call-record'
import { NO_CONTACTS, type Contacts } from '../../../shared/model/contact'
import {
  storedContactsSchema,
  storedHistorySchema,
  storedSettingsSchema,
} from '../../../shared/model/migrations'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../../shared/model/settings'
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
  const settings = { name: 'settings', schema: storedSettingsSchema, empty: DEFAULT_SETTINGS } as const
  const contacts = { name: 'contacts', schema: storedContactsSchema, empty: NO_CONTACTS } as const
  const history = { name: 'history', schema: storedHistorySchema, empty: EMPTY_HISTORY } as const
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
