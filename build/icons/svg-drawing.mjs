// Owns where the pictures lie, and making pixels of an SVG.
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

export const ASSETS = join(import.meta.dirname, '../../assets')

/** @param {string} svg @param {number} size */
export function draw(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render()
}
