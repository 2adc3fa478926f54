// Owns drawing the program's icon from its SVGs, as the files that each system's packages take.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { icnsFile } from './icns-file.mjs'
import { icoFile } from './ico-file.mjs'
import { ASSETS, draw } from './svg-drawing.mjs'

/** https://specifications.freedesktop.org/icon-theme-spec: those of hicolor that desktops look for. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
/** 100 to 400 % of a small icon, and the large one. */
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 256]
/** Below, the icon is drawn with fewer, thicker lines. */
const SMALL_BELOW = 32
/** The window's own on Linux, where none is installed. */
const WINDOW_SIZE = 256

const LARGE = readFileSync(join(ASSETS, 'icons', 'icon.svg'), 'utf8')
const SMALL = readFileSync(join(ASSETS, 'icons', 'icon-16.svg'), 'utf8')
/** On Apple's grid the shape fills 824 of 1024 pixels; ours 480 of 512. https://developer.apple.com/design/resources */
const MAC = LARGE.replace('viewBox="0 0 512 512"', 'viewBox="-42.25 -42.25 596.5 596.5"')

const icon = (/** @type {number} */ size) => draw(size < SMALL_BELOW ? SMALL : LARGE, size)

/** By their place under assets/. @returns {Map<string, Buffer>} */
export function drawAppIcons() {
  return new Map([
    ...LINUX_SIZES.map(
      (size) => /** @type {const} */ ([`icons/linux/${size}x${size}.png`, icon(size).asPng()]),
    ),
    ['icons/app-256.png', icon(WINDOW_SIZE).asPng()],
    ['icons/app.ico', icoFile(WINDOWS_SIZES.map(windowsImage))],
    ['icons/app.icns', icnsFile((size) => draw(MAC, size).asPng())],
  ])
}

/** @param {number} size */
function windowsImage(size) {
  const drawn = icon(size)
  return size === 256 ? { size, png: drawn.asPng() } : { size, rgba: withoutAlphaIn(drawn.pixels) }
}

/** The drawing's colours are multiplied by alpha. @param {Uint8Array} pixels */
function withoutAlphaIn(pixels) {
  return pixels.map((value, at) => {
    const alpha = pixels[at | 3] ?? 0
    return (at & 3) === 3 || alpha === 0 ? value : Math.min(255, Math.round((255 * value) / alpha))
  })
}
