// Owns asking for a change by a press, and the sentence beside the button where it was refused.
import { useState } from 'react'
import type { Result } from '../../../shared/result'
import { failureWords } from '../../../shared/text/en-codes'

export function useAsked(ask: () => Promise<Result<unknown>>): readonly [() => void, string | null] {
  const [problem, setProblem] = useState<string | null>(null)
  const press = () => {
    void ask().then((answer) => setProblem(answer.ok ? null : failureWords(answer.code)))
  }
  return [press, problem]
}
