// Owns keeping a copy of a document that main has: read once, replaced by every change that main tells of.
import type { FailureCode } from '../../shared/failure'
import type { Result } from '../../shared/result'

export interface FollowedDocument<T> {
  read(): Promise<Result<T>>
  changes(listener: (document: T) => void): () => void
  onDocument(document: T): void
  /** Why the read failed; later changes still arrive. */
  onFailure(code: FailureCode): void
}

/** Returns its undo, which also drops a read under way. */
export function followDocument<T>(document: FollowedDocument<T>): () => void {
  let ended = false
  let changed = false
  const undo = document.changes((next) => {
    changed = true
    document.onDocument(next)
  })
  void document.read().then((first) => {
    // A change that overtook the answer is newer than it.
    if (ended || changed) return
    if (first.ok) document.onDocument(first.value)
    else document.onFailure(first.code)
  })
  return () => {
    ended = true
    undo()
  }
}
