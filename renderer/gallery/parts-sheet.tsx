// Owns how a sheet of parts is laid out: headings, and rows of samples.
import type { ReactElement, ReactNode } from 'react'
import './parts.css'

interface SheetProps {
  readonly title: string
  readonly children: ReactNode
}

export function Sheet({ title, children }: SheetProps): ReactElement {
  return (
    <section className="parts-sheet">
      <h2 className="title">{title}</h2>
      {children}
    </section>
  )
}

interface SampleProps {
  readonly label?: string
  readonly children: ReactNode
}

export function Samples({ label, children }: SampleProps): ReactElement {
  return (
    <div className="parts-row">
      {label !== undefined && <p className="parts-label small muted">{label}</p>}
      {children}
    </div>
  )
}
