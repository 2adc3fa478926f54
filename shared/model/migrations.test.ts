import { expect, it } from 'vitest'
import { EMPTY_HISTORY } from './call-record'
import { NO_CONTACTS } from './contact'
import { storedContactsSchema, storedHistorySchema, storedSettingsSchema } from './migrations'
import { DEFAULT_SETTINGS } from './settings'

// As version 1 wrote them.
const BEN = 'b'.repeat(32)
const CONTACTS_1 = {
  v: 1,
  contacts: [{ id: BEN, name: 'Ben', server: null, via: 'https://v.example/', addedAt: 5 }],
}
const CALL_1 = {
  ...{ callId: 'c'.repeat(32), id: BEN, name: 'Ben', direction: 'incoming', video: true, reason: 'missed' },
  ...{ startedAt: 7, talkedMs: 0, callBack: null },
}
const SETTINGS_1 = {
  ...{ v: 1, name: 'Ana', theme: 'dark', reach: { mode: 'this-network', server: '', port: 9401 } },
  ...{ devices: { microphone: { id: 'm', label: 'Headset' }, camera: null, speaker: null } },
  ...{ prewarm: false, stunServers: ['stun:stun.example:3478'] },
}

it('contacts of version 1 keep everything and get what is new', () => {
  const own = { favourite: false, notes: '', picture: null }
  expect(storedContactsSchema.parse(CONTACTS_1)).toEqual({
    ...{ v: 2, blocked: [] },
    contacts: [{ ...CONTACTS_1.contacts[0], ...own }],
  })
})

it('calls of version 1 are numbered by their day, newest first, and count as seen', () => {
  const records = [CALL_1, { ...CALL_1, callId: 'd'.repeat(32), startedAt: 9 }]
  const { next, seenBelow, records: numbered } = storedHistorySchema.parse({ v: 1, records })
  expect([next, seenBelow]).toEqual([3, 3])
  expect(numbered.map(({ n, startedAt }) => [n, startedAt])).toEqual([
    [2, 9],
    [1, 7],
  ])
})

it('settings of version 1 keep everything and get the defaults of what is new', () => {
  const devices = { ...SETTINGS_1.devices, ringer: null }
  expect(storedSettingsSchema.parse(SETTINGS_1)).toEqual({
    ...DEFAULT_SETTINGS,
    ...SETTINGS_1,
    v: 4,
    devices,
  })
})

it('settings of version 2 keep everything and get the defaults of what is new', () => {
  const added = { picture: 'a'.repeat(32), letterKeys: false, unknownCallers: 'list', ringSeconds: 20 }
  const old = { ...SETTINGS_1, ...added, v: 2, declineMessages: ['Later', '', ''] }
  const devices = { ...old.devices, ringer: null }
  expect(storedSettingsSchema.parse(old)).toEqual({ ...DEFAULT_SETTINGS, ...old, v: 4, devices })
})

it('settings of version 3 keep everything, and calls go as they went', () => {
  const { relayOnly, ...known } = DEFAULT_SETTINGS
  const old = { ...known, v: 3, name: 'Ana', ringVolume: 0.3 }
  expect(storedSettingsSchema.parse(old)).toEqual({ ...DEFAULT_SETTINGS, name: 'Ana', ringVolume: 0.3 })
  expect(relayOnly).toBe(false)
})

it('a contact without the word follows the setting, and one with it keeps it', () => {
  const ben = { ...CONTACTS_1.contacts[0], favourite: false, notes: '', picture: null }
  const document = { ...NO_CONTACTS, contacts: [ben, { ...ben, id: 'd'.repeat(32), relayOnly: true }] }
  expect(storedContactsSchema.parse(document)).toEqual(document)
})

it('documents of this version stay as they are', () => {
  expect(storedContactsSchema.parse(NO_CONTACTS)).toEqual(NO_CONTACTS)
  expect(storedHistorySchema.parse(EMPTY_HISTORY)).toEqual(EMPTY_HISTORY)
  expect(storedSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS)
})

it.each([
  ['contacts of a later version', storedContactsSchema, { ...NO_CONTACTS, v: 3 }],
  ['calls of a later version', storedHistorySchema, { ...EMPTY_HISTORY, v: 3 }],
  [
    'calls of a day that no calendar has',
    storedHistorySchema,
    { ...EMPTY_HISTORY, next: 2, records: [{ ...CALL_1, n: 1, startedAt: 8.64e15 + 1 }] },
  ],
  ['settings of a later version', storedSettingsSchema, { ...DEFAULT_SETTINGS, v: 5 }],
  ['settings of version 3 with the word of version 4', storedSettingsSchema, { ...DEFAULT_SETTINGS, v: 3 }],
  ['settings whose word is no word', storedSettingsSchema, { ...DEFAULT_SETTINGS, relayOnly: 'yes' }],
  [
    'contacts whose word is no word',
    storedContactsSchema,
    {
      ...NO_CONTACTS,
      contacts: [{ ...CONTACTS_1.contacts[0], favourite: false, notes: '', picture: null, relayOnly: 1 }],
    },
  ],
  ['settings of version 1 with something strange in them', storedSettingsSchema, { ...SETTINGS_1, more: 1 }],
])('%s are not understood', (_, schema, document) => {
  expect(schema.safeParse(document).success).toBe(false)
})
