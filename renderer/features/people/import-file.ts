// Owns reading a file of contacts: refused by its size before it is read, then a little at a time, so that the window goes on.
import { MAX_FILE_BYTES } from '../../../shared/exchange/found-contact'
import { createImportPlanner, type ImportPlan } from '../../../shared/exchange/plan-import'
import { readContacts, type ForeignFile } from '../../../shared/exchange/read-contacts'
import type { Contact } from '../../../shared/model/contact'
import { fail, ok, type Result } from '../../../shared/result'
import type { Timing } from '../../ui/timing'

export type ImportProblem = ForeignFile | 'too-large' | 'not-readable' | 'nobody'

export interface ImportContext {
  readonly contacts: readonly Contact[]
  readonly ownId: string | null
  readonly clock: Timing
  /** Asked between two portions; true ends the reading. */
  readonly isStopped: () => boolean
}

/** A file that the user chose. */
export type ChosenFile = Pick<Blob, 'size' | 'text'>

/** Half a frame. */
const PORTION_MS = 8

/** null: stopped. */
export async function readImport(
  file: ChosenFile,
  { contacts, ownId, clock, isStopped }: ImportContext,
): Promise<Result<ImportPlan, ImportProblem> | null> {
  if (file.size > MAX_FILE_BYTES) return fail('too-large')
  const text = await textOf(file)
  if (text === null) return fail('not-readable')
  const read = readContacts(text)
  if (read.is === 'foreign') return fail(read.what)
  const planner = createImportPlanner(contacts, ownId)
  let portion = clock.now()
  for (const finding of read.findings) {
    planner.add(finding)
    if (clock.now() - portion < PORTION_MS) continue
    await new Promise<void>((resolve) => void clock.after(0, resolve))
    if (isStopped()) return null
    portion = clock.now()
  }
  const plan = planner.plan()
  const isEmpty = plan.fresh.length === 0 && plan.known.length === 0 && plan.leftOutCount === 0
  return isEmpty ? fail('nobody') : ok(plan)
}

async function textOf(file: ChosenFile): Promise<string | null> {
  try {
    return await file.text()
  } catch {
    return null // a file that went away, or may not be read
  }
}
