// Owns who may use the server where not everybody may: the identities of a file, one per line.
import { identitySchema } from '../shared/protocol/identity'

export type InviteList =
  | { readonly ok: true; readonly invited: ReadonlySet<string> }
  /** Names the line. */
  | { readonly ok: false; readonly problem: string }

/** Blank lines, and what follows a #, are for whoever keeps the list. */
export function readInviteList(text: string): InviteList {
  const invited = new Set<string>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const id = line.replace(/#.*$/, '').trim()
    if (id === '') continue
    if (!identitySchema.safeParse(id).success)
      return { ok: false, problem: `line ${String(index + 1)} is no identity (32 digits and letters a to f)` }
    invited.add(id)
  }
  return { ok: true, invited }
}
