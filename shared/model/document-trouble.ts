// Owns how it is said that a stored document was damaged, or couldn't be kept.
import * as z from 'zod'

/** Which of our documents was damaged, and what was done about it. */
export const documentTroubleSchema = z.object({
  document: z.enum(['settings', 'contacts', 'history']),
  outcome: z.enum(['last-good-used', 'defaults-used', 'not-saved']),
  code: z.enum(['document-damaged', 'document-too-large', 'disk-full', 'disk-failed']),
})
export type DocumentTrouble = z.infer<typeof documentTroubleSchema>
