// Owns a person's round sign: initials on a tint chosen from the id.
import type { ReactElement } from 'react'
import { initials, tintOf } from './names'
import './avatar.css'

interface AvatarProps {
  readonly id: string
  readonly name: string
  readonly size?: 'm' | 'l'
}

export function Avatar({ id, name, size = 'm' }: AvatarProps): ReactElement {
  const letters = size === 'l' ? 'name-xl' : ''
  return (
    <span className={`avatar size-${size} p${tintOf(id)} ${letters}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
