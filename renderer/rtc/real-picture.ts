// Owns which pictures of a screen are real ones. Pure.

/**
 * A window that is minimised or on another desktop goes on sending on X11: black frames of 2 × 2, without any event.
 * Nothing that can be read is as small.
 */
const HIDDEN_PX = 2

export function isRealPicture({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}): boolean {
  return width > HIDDEN_PX && height > HIDDEN_PX
}
