// Owns what stands in a list of people where it is empty.
import { Users } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../../shared/text/en'

interface NobodyProps {
  readonly title: string
  readonly hint: string
  /** One way to begin. */
  readonly children?: ReactNode
}

export function Nobody({ title, hint, children }: NobodyProps): ReactElement {
  return (
    <div className="people-void">
      <Users className="xl" />
      <h2>{title}</h2>
      <p className="muted">{hint}</p>
      {children}
    </div>
  )
}

export function NobodyFound({ query }: { readonly query: string }): ReactElement {
  return <Nobody title={text.home.nobodyFound(query)} hint={text.home.nobodyFoundHint} />
}
