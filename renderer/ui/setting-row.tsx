// Owns a row of the settings: what it is called on the left, its controls on the right; one under the other where it is narrow.
import { useId, type ReactElement, type ReactNode } from 'react'
import './setting-row.css'

interface SettingRowProps {
  /** Where a search leads to. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export function SettingRow({ id, title, children }: SettingRowProps): ReactElement {
  const titleId = useId()
  return (
    <section className="set" id={id} tabIndex={-1} aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <div className="set-body">{children}</div>
    </section>
  )
}
