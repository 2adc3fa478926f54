// Owns a person one can call: the id is the person, the server is only where they were last seen.
import * as z from 'zod'
import { identitySchema } from '../protocol/identity'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'

export const MAX_CONTACTS = 5_000

export const contactSchema = z.strictObject({
  id: identitySchema,
  name: z.string().min(1).max(MAX_NAME_CHARS),
  /** Base URL last seen; a hint, null where it may not be used from here. */
  server: z.string().max(MAX_LINK_CHARS).nullable(),
  /** Base URL of the server that brought `server`; absent where the user did, and in older documents. */
  via: z.string().max(MAX_LINK_CHARS).optional(),
  addedAt: z.int().min(0),
})
export type Contact = z.infer<typeof contactSchema>

export const contactsSchema = z.strictObject({
  v: z.literal(1),
  contacts: z.array(contactSchema).max(MAX_CONTACTS),
})
export type Contacts = z.infer<typeof contactsSchema>
export const NO_CONTACTS: Contacts = { v: 1, contacts: [] }
