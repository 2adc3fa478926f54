// Owns our documents together: names, sizes, defaults, and opening them all before the window is made.
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import { EMPTY_HISTORY, type History } from '../../shared/model/call-record'
import { NO_CONTACTS, type Contacts } from '../../shared/model/contact'
import {
  storedContactsSchema,
  storedHistorySchema,
  storedSettingsSchema,
} from '../../shared/model/migrations'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings'
import { joinCodesSchema, NO_JOIN_CODES, type JoinCodes } from '../join/join-codes-document'
import type { Log } from '../log/log'
import { NOTHING_ADVERTISED, advertisedSchema, type Advertised } from '../reach/advertised-document'
import type { Folder } from './folder'
import { StoredDocument } from './stored-document'
import { sweepLeftovers } from './sweep-leftovers'
import type { Troubles } from './troubles'

const KB = 1024
/** Ours in the profile's folder, the key's too, and the copy of one that another takes the place of. */
const FILES =
  /^(settings|contacts|history|advertised|join-codes|identity)(\.last-good|\.set-aside-[\w-]+)?\.json$/

export type Documents = {
  readonly settings: StoredDocument<Settings>
  readonly contacts: StoredDocument<Contacts>
  readonly history: StoredDocument<History>
  readonly advertised: StoredDocument<Advertised>
  readonly joinCodes: StoredDocument<JoinCodes>
}

interface Parts {
  readonly folder: Folder
  readonly troubles: Troubles
  readonly now: () => number
  readonly log: Log
}

export async function openDocuments(parts: Parts): Promise<Documents> {
  const { troubles, ...common } = parts
  const told: Told = (document) => (trouble) => troubles.set(document, trouble)
  await sweepLeftovers(common.folder, (file) => FILES.test(file), common.log)
  const documents: Documents = {
    settings: new StoredDocument<Settings>({
      ...common,
      name: 'settings',
      schema: storedSettingsSchema,
      defaults: DEFAULT_SETTINGS,
      maxBytes: 64 * KB,
      onTrouble: told('settings'),
    }),
    ...peopleDocuments(common, told),
    ...minorDocuments(common),
  }
  await Promise.all(Object.values(documents).map((document) => document.open()))
  return documents
}

type Common = Pick<Parts, 'folder' | 'now' | 'log'>
type Told = (
  document: DocumentTrouble['document'],
) => (trouble: Omit<DocumentTrouble, 'document'> | null) => void

function peopleDocuments(common: Common, told: Told): Pick<Documents, 'contacts' | 'history'> {
  return {
    contacts: new StoredDocument<Contacts>({
      ...common,
      name: 'contacts',
      schema: storedContactsSchema,
      defaults: NO_CONTACTS,
      // 5 000 entries of at most about 9 KB, names and notes in the longest encoding, and as many blocked ones
      maxBytes: 64 * KB * KB,
      onTrouble: told('contacts'),
    }),
    history: new StoredDocument<History>({
      ...common,
      name: 'history',
      schema: storedHistorySchema,
      defaults: EMPTY_HISTORY,
      maxBytes: 8 * KB * KB,
      onTrouble: told('history'),
    }),
  }
}

/** What is made anew where it is lost: the log says so. */
function minorDocuments(common: Common): Pick<Documents, 'advertised' | 'joinCodes'> {
  return {
    advertised: new StoredDocument<Advertised>({
      ...common,
      name: 'advertised',
      schema: advertisedSchema,
      defaults: NOTHING_ADVERTISED,
      maxBytes: KB,
      // Losing it costs one line on the screen; the log says so.
      onTrouble: () => undefined,
    }),
    joinCodes: new StoredDocument<JoinCodes>({
      ...common,
      name: 'join-codes',
      schema: joinCodesSchema,
      defaults: NO_JOIN_CODES,
      // 100 sealed ones
      maxBytes: KB * KB,
      // A lost one is asked for again by its server.
      onTrouble: () => undefined,
    }),
  }
}
