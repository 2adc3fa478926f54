// Owns a person's round sign: the stored picture, else one that came with the call, else initials on a tint chosen from the id.
import { useState, type ReactElement } from 'react'
import { useAvatarPicture } from './avatar-pictures'
import { initials, tintOf } from '../lib/person-sign'
import './avatar.css'

interface AvatarProps {
  readonly id: string
  readonly name: string
  readonly size?: 'm' | 'l'
  /** URL of one that came with a call and may be shown; a stored one wins. */
  readonly picture?: string | null | undefined
}

export function Avatar({ id, name, size = 'm', picture = null }: AvatarProps): ReactElement {
  const stored = useAvatarPicture(id)
  const [broken, setBroken] = useState<string | null>(null)
  const url = stored ?? picture
  const letters = size === 'l' ? 'name-xl' : ''
  return (
    <span className={`avatar size-${size} p${tintOf(id)} ${letters}`} aria-hidden="true">
      {url === null || url === broken ? (
        initials(name)
      ) : (
        <img src={url} alt="" draggable={false} onError={() => setBroken(url)} />
      )}
    </span>
  )
}
