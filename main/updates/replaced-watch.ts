// Owns noticing that the system's package manager put another version of Parley in this one's place while this one runs.
import { closeSync, openSync, readSync, watch } from 'node:fs'
import { join } from 'node:path'
import { MAX_VERSION_CHARS } from '../../shared/model/update'
import { kindOfError, type Log } from '../log/log'

/** Beside the archive; the build writes it. The archive itself is kept open as it was, and says the old one. */
export const VERSION_FILE = 'app-version'
const VERSION = /^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/

export interface ReplacedWatchParts {
  readonly folder: string
  readonly running: string
  readonly replaced: (version: string) => void
  readonly log: Log
}

/** Returns its end. */
export function watchReplaced({ folder, running, replaced, log }: ReplacedWatchParts): () => void {
  const look = (): void => {
    const version = installedVersion(folder)
    if (version !== null && version !== running) replaced(version)
  }
  try {
    const watcher = watch(folder, { persistent: false }, look)
    // The folder itself goes where the package is removed.
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch (error) {
    log.info('versions not watched', { why: kindOfError(error) })
    return () => undefined
  }
}

/** Null in the middle of an upgrade, and where it is none. */
export function installedVersion(folder: string): string | null {
  try {
    const file = openSync(join(folder, VERSION_FILE), 'r')
    try {
      const bytes = Buffer.alloc(MAX_VERSION_CHARS + 1)
      const text = bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0)).trim()
      return text.length <= MAX_VERSION_CHARS && VERSION.test(text) ? text : null
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
