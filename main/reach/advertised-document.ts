// Owns remembering which server our links named last, so that a change across two starts is noticed too.
import * as z from 'zod'
import type { StoredDocument } from '../documents/stored-document'

export const advertisedSchema = z.strictObject({ v: z.literal(1), base: z.url().max(512).nullable() })
export type Advertised = z.infer<typeof advertisedSchema>
export const NOTHING_ADVERTISED: Advertised = { v: 1, base: null }

export function rememberAdvertised(document: StoredDocument<Advertised>): {
  read(): string | null
  remember(base: string): void
} {
  return {
    read: () => document.read().base,
    remember(base) {
      // A failed write only means that a change isn't noticed at the next start; the document's log line is enough.
      if (base !== document.read().base) void document.replace({ v: 1, base })
    },
  }
}
