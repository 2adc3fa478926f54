// Owns drawing the icons of the tray and the numbers on the task bar from their SVGs, as the files that each system takes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { icoFile } from './ico-file.mjs'
import { ASSETS, draw } from './svg-drawing.mjs'

export const TRAY_STATES = ['idle', 'ringing', 'in-call', 'muted', 'sharing', 'offline', 'dnd']
const COLOURS = { black: '#000000', white: '#ffffff' }
/** 100, 125, 150 and 200 %. */
export const ICO_SIZES = [16, 20, 24, 32]
/** What a Linux panel shows at 100 %; twice that lies beside it. */
const LINUX_SIZE = 22
/** Points of macOS's menu bar. */
const MAC_SIZE = 16
/** Windows' overlay at 100 %. */
const BADGE_SIZE = 16

/** Drawn on a grid of 22 and one of 16 pixels: the one whose lines fall on whole pixels is taken. */
const gridOf = (/** @type {number} */ size) => (size % 11 === 0 || size === 24 ? 22 : 16)

/** @param {string} state @param {number} size @param {string} colour */
function drawTray(state, size, colour) {
  const svg = readFileSync(join(ASSETS, 'tray/svg', `${state}-${gridOf(size)}.svg`), 'utf8')
  return draw(svg.replaceAll('currentColor', colour), size)
}

/** By their place under assets/. @returns {Map<string, Buffer>} */
export function drawIcons() {
  /** @type {Map<string, Buffer>} */
  const files = new Map()
  for (const state of TRAY_STATES) {
    const png = (/** @type {string} */ name, /** @type {number} */ size, /** @type {string} */ colour) => {
      files.set(`tray/${name}.png`, drawTray(state, size, colour).asPng())
      files.set(`tray/${name}@2x.png`, drawTray(state, 2 * size, colour).asPng())
    }
    png(`${state}Template`, MAC_SIZE, COLOURS.black)
    for (const [name, colour] of Object.entries(COLOURS)) {
      png(`${state}-${name}`, LINUX_SIZE, colour)
      const images = ICO_SIZES.map((size) => ({
        size,
        rgba: inOneColour(drawTray(state, size, colour).pixels, colour),
      }))
      files.set(`tray/${state}-${name}.ico`, icoFile(images))
    }
  }
  for (const [name, figure] of Object.entries(BADGES)) {
    const svg = badge(figure)
    files.set(`badge/${name}.png`, draw(svg, BADGE_SIZE).asPng())
    files.set(`badge/${name}@2x.png`, draw(svg, 2 * BADGE_SIZE).asPng())
  }
  return files
}

/** Only how much of each pixel is covered is taken from the drawing. @param {Uint8Array} pixels @param {string} colour as #rrggbb */
function inOneColour(pixels, colour) {
  const rgb = Buffer.from(colour.slice(1), 'hex')
  return pixels.map((value, at) => ((at & 3) === 3 ? value : (rgb[at & 3] ?? 0)))
}

/** Lines in a box of 5 × 8, so that no font is needed. */
const FIGURES = {
  1: 'M1 1.6 3 .4V8',
  2: 'M.4 2.3C.4-.2 4.6-.2 4.6 2.3 4.6 4 2.4 5 .5 7.6H4.8',
  3: 'M.5 1.4C1.6-.1 4.5.1 4.5 2.1 4.5 3.5 3.3 3.8 2 3.8 3.5 3.8 4.7 4.4 4.7 5.8 4.7 8.1 1.5 8.3.3 6.6',
  4: 'M3.7 8V.4L.3 5.7H4.9',
  5: 'M4.3.4H1L.7 3.6C2.6 2.4 4.7 3.4 4.7 5.3 4.7 8 1.5 8.2.3 6.7',
  6: 'M4.1.7C1.9.2.4 2.6.4 5.1.4 8.6 4.7 8.4 4.7 5.4 4.7 2.9 1.4 2.7.5 5',
  7: 'M.3.4H4.7L1.9 8',
  8: 'M2.5 3.7C.1 3.7.1.3 2.5.3S4.9 3.7 2.5 3.7.1 7.7 2.5 7.7 4.9 3.7 2.5 3.7Z',
  9: 'M4.6 3.1C3.7 5.4.4 5.2.4 2.7.4-.4 4.7-.6 4.7 3 4.7 5.6 3.2 8 1 7.4',
}
/** @type {Readonly<Record<string, {lines: string, width: number}>>} */
const BADGES = {
  ...Object.fromEntries(Object.entries(FIGURES).map(([n, lines]) => [n, { lines, width: 5 }])),
  '9plus': { lines: `${FIGURES[9]}M6.6 4H10.4M8.5 2.1V5.9`, width: 10.5 },
}

/** White on the light theme's danger. @param {{lines: string, width: number}} figure */
function badge({ lines, width }) {
  const scale = width > 5 ? 0.92 : 1.1
  const x = 8 - (width * scale) / 2
  const y = 8 - 4 * scale
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#c4342d"/>
<path transform="translate(${x} ${y}) scale(${scale})" d="${lines}" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
