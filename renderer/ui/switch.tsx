// Owns the switch with its words: it applies at once.
import { useId, type ReactElement } from 'react'
import './choices.css'

interface SwitchProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  /** Then the hint says why. */
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

export function Switch({ label, hint, checked, disabled = false, onChange }: SwitchProps): ReactElement {
  const id = useId()
  return (
    <div className="switch-row">
      <label htmlFor={id}>
        {label}
        {hint && <p className="small">{hint}</p>}
      </label>
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  )
}
