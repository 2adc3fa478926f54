// Owns importing a file: choosing it, reading it, its preview, and what was taken.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { ImportManner, ImportPlan } from '../../../shared/exchange/plan-import'
import type { Result } from '../../../shared/result'
import { failureWords } from '../../../shared/text/en-codes'
import { peopleWords } from '../../../shared/text/en-people'
import { useAnnounce } from '../../ui/live-region'
import { FileButton } from './file-button'
import type { ChosenFile, ImportProblem } from './import-file'
import { ImportPreview } from './import-preview'
import type { Taken } from './take-import'

export interface ImportActions {
  /** null: stopped. */
  readonly read: (
    file: ChosenFile,
    isStopped: () => boolean,
  ) => Promise<Result<ImportPlan, ImportProblem> | null>
  readonly take: (
    plan: ImportPlan,
    manner: ImportManner,
    onProgress: (done: number, of: number) => void,
  ) => Promise<Result<Taken>>
}

type Step =
  | { readonly is: 'idle'; readonly said: string; readonly isProblem: boolean }
  | { readonly is: 'reading' }
  | {
      readonly is: 'preview'
      readonly plan: ImportPlan
      readonly working: string | null
      readonly problem: string | null
    }

const words = peopleWords.importing
const ACCEPT = '.json,.vcf,.vcard,application/json,text/vcard'
const idle = (said = '', isProblem = false): Step => ({ is: 'idle', said, isProblem })

export function ImportContacts({ actions }: { readonly actions: ImportActions }): ReactElement {
  const [step, setStep] = useState<Step>(idle())
  const announce = useAnnounce()
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  const read = async (file: ChosenFile) => {
    setStep({ is: 'reading' })
    const outcome = await actions.read(file, () => isGone.current)
    if (outcome?.ok) setStep({ is: 'preview', plan: outcome.value, working: null, problem: null })
    else if (outcome) setStep(idle(words.problems[outcome.code], true))
  }
  const take = async (plan: ImportPlan, manner: ImportManner) => {
    const show = (working: string | null, problem: string | null) =>
      setStep({ is: 'preview', plan, working, problem })
    show(words.taking, null)
    const taken = await actions.take(plan, manner, (done, of) => show(words.pictures(done, of), null))
    if (!taken.ok) return show(null, failureWords(taken.code))
    const sentence = words.taken(taken.value)
    setStep(idle(sentence))
    announce('polite', sentence)
  }
  if (step.is === 'preview') {
    return (
      <ImportPreview
        plan={step.plan}
        working={step.working}
        problem={step.problem}
        onTake={(manner) => void take(step.plan, manner)}
        onCancel={() => setStep(idle())}
      />
    )
  }
  return (
    <div className="manage-part">
      <p className="muted">{words.hint}</p>
      <FileButton accept={ACCEPT} onFile={(file) => void read(file)}>
        {step.is === 'reading' ? words.reading : words.choose}
      </FileButton>
      {step.is === 'idle' && (
        <p className={step.isProblem ? 'import-problem' : ''} role={step.isProblem ? 'alert' : 'status'}>
          {step.said}
        </p>
      )}
    </div>
  )
}
