// Owns taking what an import's preview showed: pictures are drawn anew and stored first, then all entries go in one change, so
// that it is all or nothing.
import type { FoundContact } from '../../../shared/exchange/found-contact'
import {
  changedFields,
  freshContact,
  mergedContact,
  type ImportManner,
  type ImportPlan,
} from '../../../shared/exchange/plan-import'
import type { Contact } from '../../../shared/model/contact'
import { ok, type Result } from '../../../shared/result'
import type { Desktop } from '../../platform/desktop'
import type { ImportChange } from './undo-import'
import { centredPicture, fromBase64 } from './make-picture'
import { browserPictures, type PictureTools } from './picture-tools'

export interface TakeOptions {
  readonly plan: ImportPlan
  readonly manner: ImportManner
  /** As they are now: another window may have changed them since the preview. */
  readonly contacts: () => readonly Contact[]
  readonly put: (contacts: readonly Contact[]) => Promise<Result<unknown>>
  readonly desktop: Desktop
  readonly wallNow: () => number
  readonly onProgress: (done: number, of: number) => void
  readonly tools?: PictureTools
}

export interface Taken {
  /** For the way back. */
  readonly change: ImportChange
  readonly added: number
  readonly changed: number
  /** Pictures that couldn't be used; their people were taken without. */
  readonly withoutPicture: number
}

export async function takeImport(options: TakeOptions): Promise<Result<Taken>> {
  const { plan, manner, contacts, put, wallNow } = options
  const known = plan.known.filter((each) => changedFields(each, manner).length > 0)
  const wantsPicture = [
    ...plan.fresh,
    ...known.filter((each) => changedFields(each, manner).includes('picture')).map(({ found }) => found),
  ]
  const pictures = await storePictures(wantsPicture, options)
  const pictureOf = ({ id }: FoundContact) => pictures.stored.get(id) ?? null
  const now = new Map(contacts().map((contact) => [contact.id, contact]))
  const entries = [...plan.fresh, ...known.map(({ found }) => found)].map((found) => {
    const there = now.get(found.id)
    return there
      ? mergedContact(there, found, manner, pictureOf(found))
      : freshContact(found, pictureOf(found), wallNow())
  })
  const change = { before: entries.flatMap(({ id }) => now.get(id) ?? []), after: entries }
  const taken = { change, added: plan.fresh.length, changed: known.length, withoutPicture: pictures.unusable }
  if (entries.length === 0) return ok(taken)
  const answer = await put(entries)
  return answer.ok ? ok(taken) : answer
}

async function storePictures(
  found: readonly FoundContact[],
  { desktop, onProgress, tools = browserPictures }: TakeOptions,
): Promise<{ readonly stored: ReadonlyMap<string, string>; readonly unusable: number }> {
  const withPicture = found.filter(({ picture }) => picture !== null)
  const stored = new Map<string, string>()
  for (const [index, { id, picture }] of withPicture.entries()) {
    onProgress(index, withPicture.length)
    const bytes = picture === null ? null : fromBase64(picture)
    const made = bytes && (await centredPicture(new Blob([bytes]), tools))
    const saved = made?.ok ? await desktop.call('pictures.save', { data: made.value }) : null
    if (saved?.ok) stored.set(id, saved.value.picture)
  }
  return { stored, unusable: withPicture.length - stored.size }
}
