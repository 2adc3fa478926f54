// Owns where the ring window stands on a display: in the corner where that system shows its notifications, and no taller
// than what there is. Pure; in DIP.
import type { Rectangle } from 'electron'

const MARGIN = 16

/** `area`: what task bars and docks leave of the display. `wanted`: what the page needs. */
export function ringPlace(
  area: Rectangle,
  wanted: { readonly width: number; readonly height: number },
  platform: string,
): Rectangle {
  const width = Math.min(wanted.width, area.width)
  const height = Math.min(wanted.height, Math.max(1, area.height - 2 * MARGIN))
  const fromEdge = Math.min(MARGIN, area.width - width)
  return {
    x: Math.round(area.x + area.width - width - fromEdge),
    y: Math.round(platform === 'win32' ? area.y + area.height - height - MARGIN : area.y + MARGIN),
    width,
    height,
  }
}
