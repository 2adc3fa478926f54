// Owns where the shown picture lies in its area: fitted in, or zoomed and moved by hand. Pure. Lengths are CSS pixels, `scale`
// is device pixels per picture pixel: 1 is full size, where each pixel of the picture is one of the screen.

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** What is given: the area that the picture may take, the decoded picture, and device pixels per CSS pixel. */
export interface Frame {
  readonly area: Size
  readonly picture: Size
  readonly density: number
}

export type View =
  | { readonly mode: 'fit' }
  /** `centre` of the area, as a part of the picture: 0.5, 0.5 is its middle. */
  | { readonly mode: 'free'; readonly scale: number; readonly centre: Point }

export const FIT: View = { mode: 'fit' }
export const FULL_SCALE = 1
export const MAX_SCALE = 8
/** One press of plus or minus. */
export const STEP = 1.25

/** Where to draw, from the area's upper left corner. */
export interface Placement extends Size {
  readonly left: number
  readonly top: number
  readonly scale: number
}

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

/** Whole in the area, and never larger than the picture's own pixels are on a screen of single density. */
export function fitScale({ area, picture, density }: Frame): number {
  const fitting = Math.min(area.width / picture.width, area.height / picture.height) * density
  return Math.min(fitting, Math.max(FULL_SCALE, density))
}

/** The smallest that zooming reaches: fitted in, or full size where that is smaller. */
export const minScale = (frame: Frame): number => Math.min(fitScale(frame), FULL_SCALE)

export const scaleOf = (view: View, frame: Frame): number =>
  view.mode === 'fit' ? fitScale(frame) : between(minScale(frame), view.scale, MAX_SCALE)

const sizeAt = (scale: number, { picture, density }: Frame): Size => ({
  width: (picture.width * scale) / density,
  height: (picture.height * scale) / density,
})

/** Nothing of the area stays empty that the picture could fill; a smaller picture stands in the middle. */
function offset(length: number, room: number, centre: number): number {
  return length <= room ? (room - length) / 2 : between(room - length, room / 2 - centre * length, 0)
}

export function place(view: View, frame: Frame): Placement {
  const scale = scaleOf(view, frame)
  const size = sizeAt(scale, frame)
  const centre = view.mode === 'fit' ? { x: 0.5, y: 0.5 } : view.centre
  const left = offset(size.width, frame.area.width, centre.x)
  const top = offset(size.height, frame.area.height, centre.y)
  return { left, top, scale, ...size }
}

/** On whole device pixels, since between two of them small text is smeared. */
export function snapped({ left, top, width, height, scale }: Placement, { density }: Frame): Placement {
  const snap = (length: number): number => Math.round(length * density) / density
  return { left: snap(left), top: snap(top), width: snap(width), height: snap(height), scale }
}

/** The view in which the picture's corner lies at `left`, `top` at that scale, as far as it may. */
function viewAt(scale: number, corner: Point, frame: Frame): View {
  const size = sizeAt(scale, frame)
  const centre = {
    x: (frame.area.width / 2 - corner.x) / size.width,
    y: (frame.area.height / 2 - corner.y) / size.height,
  }
  const kept = place({ mode: 'free', scale, centre }, frame)
  return {
    mode: 'free',
    scale,
    centre: {
      x: (frame.area.width / 2 - kept.left) / size.width,
      y: (frame.area.height / 2 - kept.top) / size.height,
    },
  }
}

/** The point of the picture under `at` stays there, unless the picture would leave a part of the area empty. */
export function zoomTo(view: View, frame: Frame, scale: number, at: Point): View {
  const before = place(view, frame)
  const next = between(minScale(frame), scale, MAX_SCALE)
  const ratio = next / before.scale
  return viewAt(
    next,
    { x: at.x - (at.x - before.left) * ratio, y: at.y - (at.y - before.top) * ratio },
    frame,
  )
}

export const zoomBy = (view: View, frame: Frame, factor: number, at: Point): View =>
  zoomTo(view, frame, scaleOf(view, frame) * factor, at)

/** Where a fitted picture can't move it stays fitted. */
export function panBy(view: View, frame: Frame, by: Point): View {
  if (!canPan(view, frame)) return view
  const { left, top, scale } = place(view, frame)
  return viewAt(scale, { x: left + by.x, y: top + by.y }, frame)
}

export function canPan(view: View, frame: Frame): boolean {
  const { width, height } = place(view, frame)
  return width > frame.area.width + 0.5 || height > frame.area.height + 0.5
}

/** Between fitted in and full size, keeping the point under `at`; where both are the same, twice the size. */
export function toggled(view: View, frame: Frame, at: Point): View {
  if (view.mode === 'free') return FIT
  const isFull = Math.abs(fitScale(frame) - FULL_SCALE) < 0.01
  return zoomTo(view, frame, isFull ? 2 * FULL_SCALE : FULL_SCALE, at)
}

export const middleOf = ({ area }: Frame): Point => ({ x: area.width / 2, y: area.height / 2 })

export const percentOf = (view: View, frame: Frame): number => Math.round(scaleOf(view, frame) * 100)
