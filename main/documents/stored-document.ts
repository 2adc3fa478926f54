// Owns one checked JSON document: in memory it is always right, on disk as soon as the disk allows.
// Leaves what it means to its keeper, and which copy is used to document-rules.ts.
import type * as z from 'zod'
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import { fail, type Result } from '../../shared/result'
import type { Log } from '../log/log'
import { chooseOpening, understand } from './document-rules'
import type { DiskFailure, Folder, ReadText } from './folder'

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
  /** null: the last change is on the disk. */
  readonly onTrouble: (trouble: Omit<DocumentTrouble, 'document'> | null) => void
}

type Saved = Result<undefined, DiskFailure>

export class StoredDocument<T> {
  readonly #options: DocumentOptions<T>
  readonly #file: string
  readonly #lastGoodFile: string
  #value: T
  /** A damaged file couldn't be moved away, or a file couldn't be read: nothing is overwritten, so that it stays. */
  #sealed = false
  #writing: Promise<Saved> | null = null
  #next: Promise<Saved> | null = null

  constructor(options: DocumentOptions<T>) {
    this.#options = options
    this.#file = `${options.name}.json`
    this.#lastGoodFile = `${options.name}.last-good.json`
    this.#value = options.defaults
  }

  async open(): Promise<void> {
    const { folder, schema, maxBytes, defaults, onTrouble } = this.#options
    const read = (name: string): Promise<ReadText> => folder.read(name, maxBytes)
    const [file, lastGood] = await Promise.all([read(this.#file), read(this.#lastGoodFile)])
    const opening = chooseOpening(understand(file, schema), understand(lastGood, schema))
    this.#sealed = opening.seal
    if (opening.setAside) await this.#setAside()
    this.#value = opening.value ?? defaults
    if (opening.rewrite) await this.#write()
    if (opening.trouble) onTrouble(opening.trouble)
  }

  read(): T {
    return this.#value
  }

  /** In memory at once; the answer says when and whether the disk has it. */
  replace(value: T): Promise<Saved> {
    this.#value = value
    return this.#write()
  }

  /** After the last change has reached the disk, or hasn't been able to. */
  async settled(): Promise<void> {
    while (this.#writing) await (this.#next ?? this.#writing)
  }

  /** One write at a time; all changes during a write share the one that follows it. */
  #write(): Promise<Saved> {
    if (!this.#writing) {
      this.#writing = this.#writeNow().finally(() => (this.#writing = null))
      return this.#writing
    }
    this.#next ??= this.#writing.then(() => {
      this.#next = null
      return this.#write()
    })
    return this.#next
  }

  async #writeNow(): Promise<Saved> {
    const { folder, name, log, onTrouble } = this.#options
    const text = JSON.stringify(this.#value)
    const written: Saved = this.#sealed ? fail('disk-failed', 'sealed') : await folder.write(this.#file, text)
    // The copy follows only after the file is known to be whole.
    const saved = written.ok ? await folder.write(this.#lastGoodFile, text) : written
    if (!saved.ok) log.error('document not saved', { document: name, why: saved.code })
    onTrouble(saved.ok ? null : { outcome: 'not-saved', code: saved.code })
    return saved
  }

  async #setAside(): Promise<void> {
    const { folder, name, now, log } = this.#options
    const moved = await folder.move(this.#file, `${name}.damaged-${fileStamp(now())}.json`)
    this.#sealed ||= !moved.ok
    log.error('document damaged', { document: name, setAside: moved.ok })
  }
}

/** For file names: no colons, which Windows forbids. */
export function fileStamp(wallClockMs: number): string {
  return new Date(wallClockMs).toISOString().replace(/[:.]/g, '-')
}
