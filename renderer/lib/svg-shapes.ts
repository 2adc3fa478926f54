// Owns drawing an icon from its shapes, for the small pages that are without React. Lucide's (ISC), which the app draws by
// its React package.

export type Shape = readonly [name: 'path' | 'rect', attributes: Readonly<Record<string, string | number>>]

export const path = (d: string): Shape => ['path', { d }]
export const rect = (x: number, y: number, size: readonly [number, number], rx: number): Shape => [
  'rect',
  { x, y, width: size[0], height: size[1], rx },
]

const SVG = 'http://www.w3.org/2000/svg'

export function drawShapes(document: Document, shapes: readonly Shape[]): Element {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  for (const [shape, attributes] of shapes) {
    const element = document.createElementNS(SVG, shape)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    svg.append(element)
  }
  return svg
}
