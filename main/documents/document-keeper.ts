// Owns changing one of our documents from any window: one change after the other, told to all, written, and answered once the
// disk has it or refused (which is told as a trouble; the change is in force all the same). What a change does is its own.
import { ok, type Result } from '../../shared/result'
import type { StoredDocument } from './stored-document'

export interface DocumentKeeper<T> {
  read(): T
  /** `next` says what the document becomes, or why not. */
  change(next: (now: T) => Result<T>): Promise<Result<undefined>>
}

export function createDocumentKeeper<T>(
  document: StoredDocument<T>,
  changed: (value: T) => void,
): DocumentKeeper<T> {
  return {
    read: () => document.read(),
    async change(next) {
      const outcome = next(document.read())
      if (!outcome.ok) return outcome
      const written = document.replace(outcome.value)
      changed(outcome.value)
      await written
      return ok(undefined)
    },
  }
}
