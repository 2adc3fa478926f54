// Decides which square of a picture is taken: where it lies, how far it is zoomed in. Pure.
import type { PixelSize } from './picture-header'

/** The square's middle, as parts of the picture's width and height; zoom 1 is the largest square that fits. */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Square {
  readonly left: number
  readonly top: number
  readonly side: number
}

export const CENTRE: Crop = { x: 0.5, y: 0.5, zoom: 1 }
export const MAX_ZOOM = 4
export const ZOOM_STEP = 0.1
/** Of the square's side, for one press of an arrow key. */
const MOVE_STEP = 0.05

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

export function squareOf({ width, height }: PixelSize, { x, y, zoom }: Crop): Square {
  const side = Math.min(width, height) / zoom
  return {
    left: between(x * width - side / 2, 0, width - side),
    top: between(y * height - side / 2, 0, height - side),
    side,
  }
}

/** By parts of the square's side; stops at the picture's edge. */
export function moved(size: PixelSize, crop: Crop, byX: number, byY: number): Crop {
  const { left, top, side } = squareOf(size, crop)
  const next = squareOf(size, {
    zoom: crop.zoom,
    x: (left + side / 2 + byX * side) / size.width,
    y: (top + side / 2 + byY * side) / size.height,
  })
  return {
    zoom: crop.zoom,
    x: (next.left + side / 2) / size.width,
    y: (next.top + side / 2) / size.height,
  }
}

export const zoomed = (size: PixelSize, crop: Crop, zoom: number): Crop =>
  moved(size, { ...crop, zoom: between(zoom, 1, MAX_ZOOM) }, 0, 0)

/** Null for a key that does nothing here. */
export function cropByKey(size: PixelSize, crop: Crop, key: string): Crop | null {
  switch (key) {
    case 'ArrowLeft':
      return moved(size, crop, -MOVE_STEP, 0)
    case 'ArrowRight':
      return moved(size, crop, MOVE_STEP, 0)
    case 'ArrowUp':
      return moved(size, crop, 0, -MOVE_STEP)
    case 'ArrowDown':
      return moved(size, crop, 0, MOVE_STEP)
    case '+':
    case '=':
      return zoomed(size, crop, crop.zoom + ZOOM_STEP)
    case '-':
      return zoomed(size, crop, crop.zoom - ZOOM_STEP)
    default:
      return null
  }
}
