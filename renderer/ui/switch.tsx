// Owns the switch with its words: it applies at once, and says why where the system refused.
import { TriangleAlert } from 'lucide-react'
import { useId, type ReactElement } from 'react'
import './choices.css'

interface SwitchProps {
  readonly label: string
  readonly hint?: string
  /** Why it slid back; null or left out while nothing was refused. */
  readonly problem?: string | null
  readonly checked: boolean
  /** Then the hint says why. */
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

export function Switch(props: SwitchProps): ReactElement {
  const { label, hint, problem = null, checked, disabled = false, onChange } = props
  const id = useId()
  return (
    <div className="switch-row">
      <div>
        <label htmlFor={id}>{label}</label>
        <div id={`${id}-note`}>
          {hint && <p className="small">{hint}</p>}
          {/* Always in the document, so that a refusal is said. */}
          <p className="switch-problem small" role="status">
            {problem !== null && (
              <>
                <TriangleAlert className="s" />
                <span>{problem}</span>
              </>
            )}
          </p>
        </div>
      </div>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint !== undefined || problem !== null ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  )
}
