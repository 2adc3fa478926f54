// Owns one checked JSON document: in memory it is always right, on disk as soon as the disk allows.
// Leaves what it means to its keeper, and which copy is used to document-rules.ts.
import type * as z from 'zod'
import type { DocumentTrouble } from '../../shared/ipc/contract'
import type { Result } from '../../shared/result'
import type { Log } from '../log/log'
import { chooseOpening, understand } from './document-rules'
import type { DiskFailure, Folder } from './folder'

type Trouble = Omit<DocumentTrouble, 'document'>

export type DocumentOptions<T> = {
  /** File name without `.json`. */
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly defaults: T
  readonly maxBytes: number
  readonly folder: Folder
  /** Wall clock in milliseconds, only for the name of a file set aside. */
  readonly now: () => number
  readonly log: Log
  /** null: what was wrong is right again. */
  readonly onTrouble: (trouble: Trouble | null) => void
}

export interface StoredDocument<T> {
  open(): Promise<void>
  read(): T
  /** In memory at once; the answer says when and whether the disk has it. */
  replace(value: T): Promise<Result<undefined, DiskFailure>>
  /** After the last change has reached the disk, or hasn't been able to. */
  settled(): Promise<void>
}

export function createStoredDocument<T>(options: DocumentOptions<T>): StoredDocument<T> {
  const { name, schema, folder, log } = options
  const fileName = `${name}.json`
  const lastGoodName = `${name}.last-good.json`
  let value = options.defaults
  /** Set where a damaged file couldn't be moved away: it is not overwritten, what can be read in it stays. */
  let sealed = false
  let writing: Promise<Result<undefined, DiskFailure>> | null = null
  let next: Promise<Result<undefined, DiskFailure>> | null = null

  async function setAside(): Promise<void> {
    const stamp = new Date(options.now()).toISOString().replace(/[:.]/g, '-')
    const moved = await folder.move(fileName, `${name}.damaged-${stamp}.json`)
    if (!moved.ok) sealed = true
    log.error('damaged document set aside', { document: name, moved: moved.ok })
  }

  async function writeNow(): Promise<Result<undefined, DiskFailure>> {
    if (sealed) return { ok: false, code: 'disk-failed', detail: 'sealed' }
    const text = JSON.stringify(value)
    const written = await folder.write(fileName, text)
    // The copy follows only after the file is known to be whole.
    const copied = written.ok ? await folder.write(lastGoodName, text) : written
    if (!copied.ok) log.error('document not saved', { document: name, why: copied.code })
    options.onTrouble(copied.ok ? null : { outcome: 'not-saved', code: copied.code })
    return copied
  }

  /** One write at a time; all changes during a write share the one that follows it. */
  function write(): Promise<Result<undefined, DiskFailure>> {
    if (!writing) {
      writing = writeNow().finally(() => (writing = null))
      return writing
    }
    next ??= writing.then(() => {
      next = null
      return write()
    })
    return next
  }

  return {
    async open() {
      const file = understand(await folder.read(fileName, options.maxBytes), schema)
      const lastGood = understand(await folder.read(lastGoodName, options.maxBytes), schema)
      const opening = chooseOpening(file, lastGood)
      if (opening.setAside) await setAside()
      value = opening.value ?? options.defaults
      if (opening.rewrite) await write()
      if (opening.trouble) options.onTrouble(opening.trouble)
    },
    read: () => value,
    replace(changed) {
      value = changed
      return write()
    },
    async settled() {
      while (writing) await (next ?? writing)
    },
  }
}
