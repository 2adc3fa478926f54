// Owns a person one can call, and who may not call: the id is the person, the server is only where they were last seen.
// What a change makes of the document is contacts-change.ts.
import * as z from 'zod'
import { identitySchema } from '../protocol/identity'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'
import { pictureIdSchema } from './picture'

export const MAX_CONTACTS = 5_000
export const MAX_BLOCKED = 5_000
export const MAX_NOTES_CHARS = 2_000

export const contactSchema = z.strictObject({
  id: identitySchema,
  name: z.string().min(1).max(MAX_NAME_CHARS),
  /** Base URL last seen; a hint, null where it may not be used from here. */
  server: z.string().max(MAX_LINK_CHARS).nullable(),
  /** Base URL of the server that brought `server`; absent where the user did, and in older documents. */
  via: z.string().max(MAX_LINK_CHARS).optional(),
  addedAt: z.int().min(0),
  favourite: z.boolean(),
  /** The user's own, sent to nobody. */
  notes: z.string().max(MAX_NOTES_CHARS),
  picture: pictureIdSchema.nullable(),
  /** Calls with them go through a relay alone, also where the setting is off; absent: as the setting says. */
  relayOnly: z.boolean().optional(),
})
export type Contact = z.infer<typeof contactSchema>

/** What may be changed of a contact; what isn't there stays, so that two windows can change two things of one person. */
export const contactEditSchema = contactSchema
  .pick({ name: true, server: true, via: true, favourite: true, notes: true, picture: true, relayOnly: true })
  .partial()
  .strict()
export type ContactEdit = z.infer<typeof contactEditSchema>

/** Calls from this identity neither ring nor are listed. */
export const blockedSchema = z.strictObject({
  id: identitySchema,
  /** As it was shown when it was blocked; may be empty. */
  name: z.string().max(MAX_NAME_CHARS),
  blockedAt: z.int().min(0),
})
export type Blocked = z.infer<typeof blockedSchema>

export const contactsSchema = z.strictObject({
  v: z.literal(2),
  contacts: z.array(contactSchema).max(MAX_CONTACTS),
  blocked: z.array(blockedSchema).max(MAX_BLOCKED),
})
export type Contacts = z.infer<typeof contactsSchema>
export const NO_CONTACTS: Contacts = { v: 2, contacts: [], blocked: [] }
