// Owns what a second start hands to the running one, and checking it on arrival: any program of this user can send it. Pure.
import * as z from 'zod'
import { verbSchema, type Verb } from '../../shared/model/verbs'
import { MAX_VERBS } from '../verbs/read-arguments'

// The verbs, not the words they were read from: Chromium carries those too, but reordered, with some of its own between them.
const handoverSchema = z.object({ verbs: z.array(verbSchema).max(MAX_VERBS) })

export type Handover = { readonly verbs: Verb[] }

export const handoverOf = (verbs: readonly Verb[]): Handover => ({ verbs: [...verbs] })

/** A start that can't be understood, of another version, is a start all the same: the window comes. */
export function readHandover(sent: unknown): readonly Verb[] {
  const checked = handoverSchema.safeParse(sent)
  return checked.success ? checked.data.verbs : [{ verb: 'open' }]
}
