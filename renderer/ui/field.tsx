// Owns the text field: label, icon, and the sentence under it that belongs to it.
import { TriangleAlert } from 'lucide-react'
import { useId, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react'
import './field.css'

interface FieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly icon?: ReactNode
  readonly quiet?: boolean
  /** Its content is being looked at, by a server for one. */
  readonly checking?: boolean
  /** What is wrong with the content; null while nothing is. */
  readonly problem?: string | null
  /** Stands under the field while there is no problem. */
  readonly hint?: ReactNode
  /** Beside the field, in its row. */
  readonly after?: ReactNode
}

export function Field(props: FieldProps): ReactElement {
  const { label, labelHidden = false, icon, quiet = false, checking = false, problem = null, ...rest } = props
  const { hint, after, ...input } = rest
  const id = useId()
  const inputId = input.id ?? id
  const noteId = `${inputId}-note`
  const hasNote = problem !== null || hint !== undefined
  return (
    <div className="field-block">
      <label htmlFor={inputId} className={labelHidden ? 'sr' : 'field-label'}>
        {label}
      </label>
      <div className="field-row">
        <div className={`field ${quiet ? 'quiet' : ''} ${problem ? 'is-wrong' : ''}`}>
          {checking ? <span className="spin" aria-hidden="true" /> : icon}
          <input
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            {...input}
            id={inputId}
            aria-busy={checking || undefined}
            aria-invalid={problem !== null || undefined}
            aria-describedby={hasNote ? noteId : undefined}
          />
        </div>
        {after}
      </div>
      <FieldNote id={noteId} problem={problem} hint={hint} />
    </div>
  )
}

interface FieldNoteProps {
  readonly id: string
  readonly problem: string | null
  readonly hint?: ReactNode
}

/** Always in the document, so that its change is announced. */
export function FieldNote({ id, problem, hint }: FieldNoteProps): ReactElement {
  return (
    <div id={id} aria-live="polite" className={problem ? 'field-note is-wrong' : 'field-note'}>
      {problem ? (
        <>
          <TriangleAlert className="s" />
          <span>{problem}</span>
        </>
      ) : (
        hint
      )}
    </div>
  )
}
