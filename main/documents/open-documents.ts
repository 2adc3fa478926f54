// Owns our four documents together: names, sizes, defaults, and opening them all before the window is made.
import type { DocumentTrouble } from '../../shared/ipc/contract'
import { EMPTY_HISTORY, historySchema, type History } from '../../shared/model/call-record'
import { NO_CONTACTS, contactsSchema, type Contacts } from '../../shared/model/contact'
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../shared/model/settings'
import type { Log } from '../log/log'
import { NOTHING_ADVERTISED, advertisedSchema, type Advertised } from '../reach/advertised-document'
import type { Folder } from './folder'
import { StoredDocument } from './stored-document'
import type { Troubles } from './troubles'

const KB = 1024

export type Documents = {
  readonly settings: StoredDocument<Settings>
  readonly contacts: StoredDocument<Contacts>
  readonly history: StoredDocument<History>
  readonly advertised: StoredDocument<Advertised>
}

export async function openDocuments(parts: {
  readonly folder: Folder
  readonly troubles: Troubles
  readonly now: () => number
  readonly log: Log
}): Promise<Documents> {
  const { folder, now, log } = parts
  const told =
    (document: DocumentTrouble['document']) => (trouble: Omit<DocumentTrouble, 'document'> | null) =>
      parts.troubles.set(document, trouble)
  const common = { folder, now, log }
  const documents: Documents = {
    settings: new StoredDocument<Settings>({
      ...common,
      name: 'settings',
      schema: settingsSchema,
      defaults: DEFAULT_SETTINGS,
      maxBytes: 64 * KB,
      onTrouble: told('settings'),
    }),
    contacts: new StoredDocument<Contacts>({
      ...common,
      name: 'contacts',
      schema: contactsSchema,
      defaults: NO_CONTACTS,
      // 5 000 entries of at most about 1.5 KB, names in the longest encoding
      maxBytes: 8 * KB * KB,
      onTrouble: told('contacts'),
    }),
    history: new StoredDocument<History>({
      ...common,
      name: 'history',
      schema: historySchema,
      defaults: EMPTY_HISTORY,
      maxBytes: 8 * KB * KB,
      onTrouble: told('history'),
    }),
    advertised: new StoredDocument<Advertised>({
      ...common,
      name: 'advertised',
      schema: advertisedSchema,
      defaults: NOTHING_ADVERTISED,
      maxBytes: KB,
      // Losing it costs one line on the screen; the log says so.
      onTrouble: () => undefined,
    }),
  }
  await Promise.all(Object.values(documents).map((document) => document.open()))
  return documents
}
