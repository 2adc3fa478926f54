// Owns where the four strips of a border lie: around a window, within a screen. Pure; in whatever pixels it is given.
import type { Rectangle } from 'electron'

export type Strips = readonly [top: Rectangle, right: Rectangle, bottom: Rectangle, left: Rectangle]

/** Along the inner edges: there is nothing outside of a screen. Here they are part of the picture, so they are thin. */
export function withinScreen(screen: Rectangle, thickness: number): Strips {
  return around(inset(screen, thickness), thickness)
}

/** Outside of the window, but never off the screens: an edge of a maximised window gets its strip over the window itself. */
export function aroundWindow(
  window: Rectangle,
  screens: readonly Rectangle[],
  thickness: number,
): Strips | null {
  const seen = boundsOf(screens.filter((screen) => overlap(screen, window)))
  if (!seen) return null
  const left = Math.max(window.x, seen.x + thickness)
  const top = Math.max(window.y, seen.y + thickness)
  const right = Math.min(window.x + window.width, seen.x + seen.width - thickness)
  const bottom = Math.min(window.y + window.height, seen.y + seen.height - thickness)
  // Hardly anything of it is on a screen.
  if (right <= left || bottom <= top) return null
  return around({ x: left, y: top, width: right - left, height: bottom - top }, thickness)
}

/** Top and bottom have the corners. */
function around({ x, y, width, height }: Rectangle, thickness: number): Strips {
  const long = width + 2 * thickness
  return [
    { x: x - thickness, y: y - thickness, width: long, height: thickness },
    { x: x + width, y, width: thickness, height },
    { x: x - thickness, y: y + height, width: long, height: thickness },
    { x: x - thickness, y, width: thickness, height },
  ]
}

const inset = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x + by,
  y: y + by,
  width: Math.max(1, width - 2 * by),
  height: Math.max(1, height - 2 * by),
})

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function boundsOf(all: readonly Rectangle[]): Rectangle | null {
  if (all.length === 0) return null
  const x = Math.min(...all.map((one) => one.x))
  const y = Math.min(...all.map((one) => one.y))
  const right = Math.max(...all.map((one) => one.x + one.width))
  const bottom = Math.max(...all.map((one) => one.y + one.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** What a display is in the system's own pixels, where one factor holds for all (X11). */
export function inPixels({ x, y, width, height }: Rectangle, scaleFactor: number): Rectangle {
  const right = Math.round((x + width) * scaleFactor)
  const bottom = Math.round((y + height) * scaleFactor)
  const [left, top] = [Math.round(x * scaleFactor), Math.round(y * scaleFactor)]
  return { x: left, y: top, width: right - left, height: bottom - top }
}
