// Owns the bar's icons as shapes: Lucide's (ISC), which the app draws by its React package. This page is without React.
type Shape = readonly [name: 'path' | 'rect', attributes: Readonly<Record<string, string | number>>]

const path = (d: string): Shape => ['path', { d }]
const rect = (x: number, y: number, size: readonly [number, number], rx: number): Shape => [
  'rect',
  { x, y, width: size[0], height: size[1], rx },
]

const SHAPES = {
  screen: [rect(2, 3, [20, 14], 2), path('M8 21h8'), path('M12 17v4')],
  window: [rect(2, 4, [20, 16], 2), path('M10 4v4'), path('M2 8h20'), path('M6 4v4')],
  switch: [path('M8 3 4 7l4 4'), path('M4 7h16'), path('m16 21 4-4-4-4'), path('M20 17H4')],
  pause: [rect(14, 3, [5, 18], 1), rect(5, 3, [5, 18], 1)],
  resume: [path('M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z')],
  stop: [rect(5, 5, [14, 14], 3)],
} satisfies Readonly<Record<string, readonly Shape[]>>

export type IconName = keyof typeof SHAPES

const SVG = 'http://www.w3.org/2000/svg'

export function drawIcon(document: Document, name: IconName): Element {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  for (const [shape, attributes] of SHAPES[name]) {
    const element = document.createElementNS(SVG, shape)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    svg.append(element)
  }
  return svg
}
