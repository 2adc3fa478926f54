// Owns putting a new program in an old one's place, so that at every moment one of the two lies there whole: no disk that fills
// up and no power that fails leaves the user without any. First beside the old one, while there is somebody to be told what
// goes wrong; in its place as the app ends, which takes no time then.
import { renameSync, rmSync } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const EXECUTABLE = 0o755

/** In the same folder: only within one file system does a rename replace at once. Not to be taken for a second Parley. */
const besideOf = (program: string): string => join(dirname(program), `.${basename(program)}.new`)

/** Rejects with what the file system says; nothing of it lies beside the program then. */
export async function putBeside(from: string, program: string): Promise<void> {
  const beside = besideOf(program)
  try {
    await copyFile(from, beside)
    const file = await open(beside, 'r+')
    try {
      await file.chmod(EXECUTABLE)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Throws what the file system says; the old one is there then. */
export function takePlace(program: string): void {
  renameSync(besideOf(program), program)
}

/** What a run that ended before it took its place left. */
export function removeBeside(program: string): void {
  rmSync(besideOf(program), { force: true })
}
