// Owns showing what an import would do, before anything is taken: who is new, what changes of those who are there, which lines
// are left out and why.
import { useState, type ReactElement, type ReactNode } from 'react'
import type { LeftOut } from '../../../shared/exchange/found-contact'
import { changedFields, type ImportManner, type ImportPlan } from '../../../shared/exchange/plan-import'
import { peopleWords } from '../../../shared/text/en-people'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import { shownName } from '../../ui/names'
import { PersonName } from '../../ui/person-name'
import { Segments } from '../../ui/segments'

interface ImportPreviewProps {
  readonly plan: ImportPlan
  /** What is being done since the user pressed; null while they choose. */
  readonly working: string | null
  readonly problem: string | null
  readonly onTake: (manner: ImportManner) => void
  readonly onCancel: () => void
}

const words = peopleWords.importing
/** More would only be scrolled past. */
const MOST_SHOWN = 100

export function ImportPreview({
  plan,
  working,
  problem,
  onTake,
  onCancel,
}: ImportPreviewProps): ReactElement {
  const [manner, setManner] = useState<ImportManner>('keep')
  const changes = plan.known.map((known) => ({ known, fields: changedFields(known, manner) }))
  const changing = changes.filter(({ fields }) => fields.length > 0)
  const count = plan.fresh.length + changing.length
  return (
    <div className="contact-page">
      <Part title={words.fresh(plan.fresh.length)} total={plan.fresh.length}>
        {plan.fresh.slice(0, MOST_SHOWN).map(({ id, name }) => (
          <li key={id}>
            <PersonName name={name} />
          </li>
        ))}
      </Part>
      {plan.known.length > 0 && (
        <Segments<ImportManner>
          kind="choice"
          label={words.manner}
          segments={[
            { value: 'keep', label: words.keep },
            { value: 'replace', label: words.replace },
          ]}
          value={manner}
          onChange={setManner}
        />
      )}
      <Part title={words.known(plan.known.length, changing.length)} total={changing.length}>
        {changing.slice(0, MOST_SHOWN).map(({ known: { existing }, fields }) => (
          <li key={existing.id}>
            <PersonName name={existing.name} />
            <span className="muted">
              {words.changes(fields.map((field) => words.fields[field]).join(', '))}
            </span>
          </li>
        ))}
      </Part>
      <Part title={words.leftOut(plan.leftOutCount)} total={plan.leftOutCount}>
        {plan.leftOut.slice(0, MOST_SHOWN).map((line) => (
          <LeftOutLine key={`${line.line} ${line.reason}`} line={line} />
        ))}
      </Part>
      <p className="picture-problem" role="alert">
        {problem}
      </p>
      <div className="dialog-acts">
        <Button onClick={onCancel}>{text.app.cancel}</Button>
        {count > 0 && (
          <Button
            kind="primary"
            working={working !== null}
            onClick={() => working === null && onTake(manner)}
          >
            {words.take(count)}
          </Button>
        )}
      </div>
      <p className="sr" role="status">
        {working}
      </p>
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly total: number
  readonly children: ReactNode
}

function Part({ title, total, children }: PartProps): ReactElement | null {
  return (
    <section className="import-part" aria-label={title}>
      <h3>{title}</h3>
      {total > 0 && <ul>{children}</ul>}
      {total > MOST_SHOWN && <p className="small muted">{words.more(total - MOST_SHOWN)}</p>}
    </section>
  )
}

function LeftOutLine({ line: { line, name, reason } }: { readonly line: LeftOut }): ReactElement {
  return (
    <li>
      <span className="num">{words.line(line)}</span>
      {name !== '' && <bdi className="clip">{shownName(name)}</bdi>}
      <span className="muted">{words.reasons[reason]}</span>
    </li>
  )
}
