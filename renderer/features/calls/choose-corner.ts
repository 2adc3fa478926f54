// Owns the four places of one's own picture: which is nearest after a drag, and where an arrow key leads. Pure.

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

export interface Point {
  readonly x: number
  readonly y: number
}

function corner(bottom: boolean, right: boolean): Corner {
  if (bottom) return right ? 'bottom-right' : 'bottom-left'
  return right ? 'top-right' : 'top-left'
}

/** `centre` of the picture and `size` of the stage in the same units. */
export function nearestCorner(
  centre: Point,
  size: { readonly width: number; readonly height: number },
): Corner {
  return corner(centre.y > size.height / 2, centre.x > size.width / 2)
}

/** Null where the key doesn't move it. */
export function cornerByKey(from: Corner, key: string): Corner | null {
  const right = from.endsWith('right')
  const bottom = from.startsWith('bottom')
  switch (key) {
    case 'ArrowLeft':
      return right ? corner(bottom, false) : null
    case 'ArrowRight':
      return right ? null : corner(bottom, true)
    case 'ArrowUp':
      return bottom ? corner(false, right) : null
    case 'ArrowDown':
      return bottom ? null : corner(true, right)
    default:
      return null
  }
}
