// Owns which shapes the ring window's icons have.
import { drawShapes, path, rect, type Shape } from '../lib/svg-shapes'

const SHAPES = {
  video: [
    path('m16 13 5.223 3.482a.5.5 0 0 0 .777-.416V7.87a.5.5 0 0 0-.752-.432L16 10.5'),
    rect(2, 6, [14, 12], 2),
  ],
  phone: [
    path(
      'M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384',
    ),
  ],
  decline: [path('M18 6 6 18'), path('m6 6 12 12')],
  message: [
    path(
      'M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
    ),
  ],
  back: [path('m12 19-7-7 7-7'), path('M19 12H5')],
  silence: [
    path('M10.268 21a2 2 0 0 0 3.464 0'),
    path('M17 17H4a1 1 0 0 1-.74-1.673C4.59 13.956 6 12.499 6 8a6 6 0 0 1 .258-1.742'),
    path('m2 2 20 20'),
    path('M8.668 3.01A6 6 0 0 1 18 8c0 2.687.77 4.653 1.707 6.05'),
  ],
} satisfies Readonly<Record<string, readonly Shape[]>>

export type RingIcon = keyof typeof SHAPES

export const drawRingIcon = (document: Document, name: RingIcon): Element =>
  drawShapes(document, SHAPES[name])
