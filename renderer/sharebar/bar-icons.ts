// Owns which shapes the bar's icons have.
import { drawShapes, path, rect, type Shape } from '../lib/svg-shapes'

const SHAPES = {
  screen: [rect(2, 3, [20, 14], 2), path('M8 21h8'), path('M12 17v4')],
  window: [rect(2, 4, [20, 16], 2), path('M10 4v4'), path('M2 8h20'), path('M6 4v4')],
  switch: [path('M8 3 4 7l4 4'), path('M4 7h16'), path('m16 21 4-4-4-4'), path('M20 17H4')],
  pause: [rect(14, 3, [5, 18], 1), rect(5, 3, [5, 18], 1)],
  resume: [path('M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z')],
  stop: [rect(5, 5, [14, 14], 3)],
} satisfies Readonly<Record<string, readonly Shape[]>>

export type IconName = keyof typeof SHAPES

export const drawIcon = (document: Document, name: IconName): Element => drawShapes(document, SHAPES[name])
