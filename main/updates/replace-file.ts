// Owns putting a new program in an old one's place, so that at every moment one of the two lies there whole: no disk that fills
// up and no power that fails leaves the user without any.
import { closeSync, copyFileSync, fsyncSync, chmodSync, openSync, renameSync, rmSync } from 'node:fs'

const EXECUTABLE = 0o755

/** Throws what the file system says; the old one is there then, and nothing of the new one beside it. */
export function replaceProgram(from: string, to: string): void {
  // In the same folder: only within one file system does a rename replace at once.
  const beside = `${to}.new`
  try {
    copyFileSync(from, beside)
    chmodSync(beside, EXECUTABLE)
    const file = openSync(beside, 'r')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, to)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  rmSync(from, { force: true })
}
