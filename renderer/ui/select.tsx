// Owns the select: the system's own list, so that long names and type-ahead work.
import { ChevronDown } from 'lucide-react'
import type { ComponentPropsWithRef, ReactElement } from 'react'
import './choices.css'

export function Select(props: ComponentPropsWithRef<'select'>): ReactElement {
  return (
    <span className="select grow">
      <select {...props} />
      <ChevronDown className="s" />
    </span>
  )
}
