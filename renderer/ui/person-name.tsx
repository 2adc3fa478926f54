// Owns showing somebody's name: cut at the end, whole in the tooltip, in its own writing direction.
import type { ReactElement } from 'react'
import { shownName } from './names'

interface PersonNameProps {
  readonly name: string
  readonly as?: 'span' | 'h1' | 'h2' | 'h3'
  readonly className?: string
  readonly id?: string
}

export function PersonName({ name, as: Tag = 'span', className = '', id }: PersonNameProps): ReactElement {
  const shown = shownName(name)
  return (
    <Tag className={`clip ${className}`} title={shown} id={id}>
      <bdi>{shown}</bdi>
    </Tag>
  )
}
