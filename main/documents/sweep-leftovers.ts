// Owns removing, at start, the temporary files of writes that a sudden end cut short. They are whole copies of a document, a
// key or a picture, so they must neither pile up nor outlive what they are copies of. Called before anything is written, and
// only by the one instance that has the profile.
import type { Log } from '../log/log'
import type { Folder } from './folder'

/** As write-file-atomic names them: the file's name, a dot, and a 32-bit number. */
const TEMPORARY = /^(?<file>.+)\.\d{1,10}$/

/** `isOurs` tells our files by their names: a profile holds Chromium's too. */
export async function sweepLeftovers(
  folder: Folder,
  isOurs: (file: string) => boolean,
  log: Log,
): Promise<void> {
  for (const name of await folder.list()) {
    const file = TEMPORARY.exec(name)?.groups?.['file']
    if (file === undefined || !isOurs(file)) continue
    const removed = await folder.remove(name)
    if (!removed.ok) log.error('leftover not removed', { why: removed.code })
  }
}
