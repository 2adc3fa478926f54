// Owns choosing where one can be reached, in plain words. Leaves applying it to whoever shows it.
import type { ReactElement } from 'react'
import { useId } from 'react'
import { PUBLIC_CLOUD, OFFERED_STUN } from '../../../shared/model/settings'
import { MAX_JOIN_CODE_CHARS } from '../../../shared/protocol/join-code'
import { text } from '../../../shared/text/en'
import { Field, FieldNote } from '../../ui/field'
import { stunHost, type ReachDraft } from './reach-draft'
import './reach-form.css'
import '../../ui/choices.css'

interface ReachFormProps {
  readonly draft: ReachDraft
  readonly onChange: (draft: ReachDraft) => void
  /** What is wrong, once somebody tried to go on. */
  readonly problem: { readonly at: 'mode' | 'address' | 'joinCode'; readonly words: string } | null
}

const MODES = [
  { mode: 'this-computer', title: text.reach.thisComputer, hint: text.reach.thisComputerHint },
  { mode: 'this-network', title: text.reach.thisNetwork, hint: text.reach.thisNetworkHint },
  { mode: 'anywhere', title: text.reach.anywhere, hint: text.reach.anywhereHint },
] as const

export function ReachForm({ draft, onChange, problem }: ReachFormProps): ReactElement {
  const group = useId()
  return (
    <fieldset className="reach" aria-describedby={`${group}-note`}>
      <legend className="strong">{text.reach.question}</legend>
      <div className="radios">
        {MODES.map(({ mode, title, hint }) => (
          <label key={mode} className="radio">
            <input
              type="radio"
              name={group}
              checked={draft.mode === mode}
              onChange={() => onChange({ ...draft, mode })}
            />
            <span>
              {title}
              <span className="reach-hint">{hint}</span>
            </span>
          </label>
        ))}
      </div>
      {draft.mode === 'anywhere' && <AddressPart draft={draft} onChange={onChange} problem={problem} />}
      <FieldNote id={`${group}-note`} problem={problem?.at === 'mode' ? problem.words : null} />
    </fieldset>
  )
}

function AddressPart({ draft, onChange, problem }: ReachFormProps): ReactElement {
  const cloudId = useId()
  const stunId = useId()
  const stun = stunHost(OFFERED_STUN)
  return (
    <div className="reach-address">
      <Field
        label={text.reach.address}
        placeholder={text.reach.addressPlaceholder}
        dir="ltr"
        inputMode="url"
        disabled={draft.cloud}
        value={draft.cloud ? PUBLIC_CLOUD : draft.address}
        onChange={(event) => onChange({ ...draft, address: event.target.value })}
        problem={problem?.at === 'address' ? problem.words : null}
      />
      {!draft.cloud && (
        <Field
          label={text.joinCode.optional}
          maxLength={MAX_JOIN_CODE_CHARS}
          autoCapitalize="off"
          value={draft.joinCode}
          onChange={(event) => onChange({ ...draft, joinCode: event.target.value })}
          problem={problem?.at === 'joinCode' ? problem.words : null}
          hint={text.joinCode.optionalHint}
        />
      )}
      <label className="checkbox" htmlFor={cloudId}>
        <input
          id={cloudId}
          type="checkbox"
          checked={draft.cloud}
          onChange={(event) => onChange({ ...draft, cloud: event.target.checked })}
        />
        <span>
          {text.reach.publicCloud}
          <span className="reach-hint">{text.reach.publicCloudHint}</span>
        </span>
      </label>
      {draft.cloud && (
        <label className="checkbox" htmlFor={stunId}>
          <input
            id={stunId}
            type="checkbox"
            checked={draft.stun}
            onChange={(event) => onChange({ ...draft, stun: event.target.checked })}
          />
          <span>
            {text.reach.stun(stun)}
            <span className="reach-hint">{text.reach.stunHint(stun)}</span>
          </span>
        </label>
      )}
    </div>
  )
}
