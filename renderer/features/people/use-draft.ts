// Owns editing a text of a contact without a Save button: applied a moment after the last key, when the field is left, and when
// it goes away. Until then a change from another window doesn't overwrite what is being typed.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '../../../shared/result'
import { failureWords } from '../../../shared/text/en-codes'
import type { Timing } from '../../ui/timing'

export const APPLY_AFTER_MS = 700

interface DraftOptions {
  readonly value: string
  readonly clock: Timing
  readonly apply: (value: string) => Promise<Result<unknown>>
  /** What keeps it from being applied, in words; null where nothing does. */
  readonly problemOf?: (value: string) => string | null
}

interface Draft {
  readonly shown: string
  readonly problem: string | null
  readonly type: (value: string) => void
  /** Now, as when the field is left. */
  readonly finish: () => void
}

export function useDraft(options: DraftOptions): Draft {
  const { value, clock, problemOf } = options
  const [typed, setTyped] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const latest = useRef({ typed, options })
  useEffect(() => {
    latest.current = { typed, options }
  })
  const finish = useCallback(() => {
    const now = latest.current
    if (now.typed === null || (now.options.problemOf?.(now.typed) ?? null) !== null) return
    const { typed: applied } = now
    latest.current = { ...now, typed: null } // once, whoever asks next
    const unchanged = applied === now.options.value
    void (unchanged ? Promise.resolve(null) : now.options.apply(applied)).then((result) => {
      const refused = result !== null && !result.ok
      setFailed(refused ? failureWords(result.code) : null)
      // What was refused stays in the field, to be tried again.
      if (!refused) setTyped((current) => (current === applied ? null : current))
    })
  }, [])
  useEffect(() => (typed === null ? undefined : clock.after(APPLY_AFTER_MS, finish)), [typed, clock, finish])
  useEffect(() => finish, [finish])
  const shown = typed ?? value
  return { shown, problem: problemOf?.(shown) ?? failed, type: setTyped, finish }
}
