// Owns reading documents of earlier versions: what they looked like and what becomes of them. A later version than ours
// is not understood here, so it is set aside like a damaged one. Nothing else knows of older versions.
import * as z from 'zod'
import { callRecordSchema, historySchema, MAX_RECORDS, type History } from './call-record'
import { contactSchema, contactsSchema, MAX_CONTACTS, type Contacts } from './contact'
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from './settings'

const contactsV1 = z.strictObject({
  v: z.literal(1),
  contacts: z
    .array(contactSchema.omit({ favourite: true, notes: true, picture: true, relayOnly: true }))
    .max(MAX_CONTACTS),
})

export const storedContactsSchema: z.ZodType<Contacts> = z.union([
  contactsSchema,
  contactsV1.transform(({ contacts }): Contacts => ({
    v: 2,
    contacts: contacts.map((contact) => ({ ...contact, favourite: false, notes: '', picture: null })),
    blocked: [],
  })),
])

const historyV1 = z.strictObject({
  v: z.literal(1),
  records: z.array(callRecordSchema.omit({ n: true, quality: true })).max(MAX_RECORDS),
})

/** Main kept the newest first, a guest the oldest; both had the day. What was listed then counts as seen. */
export const storedHistorySchema: z.ZodType<History> = z.union([
  historySchema,
  historyV1.transform(({ records }): History => {
    const newestFirst = [...records].sort((a, b) => b.startedAt - a.startedAt)
    const next = records.length + 1
    const numbered = newestFirst.map((record, index) => ({ ...record, n: records.length - index }))
    return { v: 2, next, seenBelow: next, records: numbered }
  }),
])

const devicesV2 = settingsSchema.shape.devices.omit({ ringer: true })

const settingsV3 = settingsSchema
  .omit({ relayOnly: true })
  .extend({ v: z.literal(3) })
  .strict()

const settingsV2 = settingsV3
  .omit({ ringTone: true, ringVolume: true, doNotDisturb: true })
  .omit({ globalKeys: true, ringProof: true, trayExplained: true })
  .extend({ v: z.literal(2), devices: devicesV2 })
  .strict()

const settingsV1 = settingsV2
  .omit({ picture: true, letterKeys: true, declineMessages: true, unknownCallers: true, ringSeconds: true })
  .extend({ v: z.literal(1) })
  .strict()

export const storedSettingsSchema: z.ZodType<Settings> = z.union([
  settingsSchema,
  settingsV3.transform((old): Settings => ({ ...DEFAULT_SETTINGS, ...old, v: 4 })),
  z.union([settingsV2, settingsV1]).transform((old): Settings => ({
    ...DEFAULT_SETTINGS,
    ...old,
    v: 4,
    devices: { ...old.devices, ringer: null },
  })),
])
