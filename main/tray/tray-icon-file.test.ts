import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it, test } from 'vitest'
import { isPanelDark, trayIconFile } from './tray-icon-file'
import { TRAY_ICONS, type TrayIcon } from './tray-item'

const FOLDER = join(import.meta.dirname, '../../assets/tray')

describe('how dark the panel is taken to be', () => {
  test.each([
    ['win32', '', false, false],
    ['win32', '', true, true],
    ['darwin', 'GNOME', false, false],
    ['linux', 'KDE', false, false],
    ['linux', 'KDE', true, true],
    ['linux', 'ubuntu:GNOME', false, true],
    ['linux', 'X-Cinnamon', false, true],
    ['linux', '', false, false],
  ])('on %s with “%s”, system dark %s: %s', (platform, desktop, systemIsDark, dark) => {
    expect(isPanelDark({ platform, desktop, systemIsDark })).toBe(dark)
  })
})

test.each([
  ['linux', false, 'in-call-black.png'],
  ['linux', true, 'in-call-white.png'],
  ['win32', false, 'in-call-black.ico'],
  ['win32', true, 'in-call-white.ico'],
  ['darwin', true, 'in-callTemplate.png'],
])('on %s over a dark panel (%s) the file is %s', (platform, dark, file) => {
  expect(trayIconFile('in-call', platform, dark)).toBe(file)
})

/** How much of each pixel is covered, 0 to 255: shape without colour. */
type Shape = { readonly size: number; readonly alpha: readonly number[] }

const alphaOf = (rgba: Uint8Array): readonly number[] =>
  Array.from({ length: rgba.length / 4 }, (_, n) => rgba[4 * n + 3] ?? 0)

function pngShape(file: string): Shape {
  const png = readFileSync(join(FOLDER, file))
  // From its header.
  const size = png.readUInt32BE(16)
  const image = `<image width="${size}" height="${size}" href="data:image/png;base64,${png.toString('base64')}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${image}</svg>`
  return { size, alpha: alphaOf(new Resvg(svg).render().pixels) }
}

/** Rows from below; that doesn't matter for a comparison. */
function icoShapes(file: string): readonly Shape[] {
  const ico = readFileSync(join(FOLDER, file))
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const size = ico.readUInt8(entry)
    const at = ico.readUInt32LE(entry + 12) + 40
    return { size, alpha: alphaOf(ico.subarray(at, at + 4 * size * size)) }
  })
}

const KINDS: readonly (readonly [string, readonly number[], (icon: TrayIcon) => readonly Shape[]])[] = [
  ['Linux, light panel', [22, 44], (icon) => pngs(trayIconFile(icon, 'linux', false))],
  ['Linux, dark panel', [22, 44], (icon) => pngs(trayIconFile(icon, 'linux', true))],
  ['macOS', [16, 32], (icon) => pngs(trayIconFile(icon, 'darwin', false))],
  ['Windows, light bar', [16, 20, 24, 32], (icon) => icoShapes(trayIconFile(icon, 'win32', false))],
  ['Windows, dark bar', [16, 20, 24, 32], (icon) => icoShapes(trayIconFile(icon, 'win32', true))],
]
const pngs = (file: string): readonly Shape[] => [pngShape(file), pngShape(file.replace('.png', '@2x.png'))]

const covered = ({ alpha }: Shape): number => alpha.reduce((sum, value) => sum + value, 0) / 255
const difference = (a: Shape, b: Shape): number =>
  a.alpha.reduce((sum, value, n) => sum + Math.abs(value - (b.alpha[n] ?? 0)), 0) / 255

describe.each(KINDS)('the icons on %s', (_, sizes, shapesOf) => {
  const all = TRAY_ICONS.map((icon) => ({ icon, shapes: shapesOf(icon) }))

  it('are there in every size, and not empty', () => {
    for (const { shapes } of all) {
      expect(shapes.map(({ size }) => size)).toEqual(sizes)
      for (const shape of shapes) expect(covered(shape)).toBeGreaterThan(0.05 * shape.size * shape.size)
    }
  })

  it('differ from each other in shape, whatever their colour', () => {
    for (const [n, one] of all.entries()) {
      for (const other of all.slice(n + 1)) {
        for (const [index, shape] of one.shapes.entries()) {
          const same = other.shapes[index] ?? shape
          // In call and muted differ least: a dot against a ring of the same size.
          expect(difference(shape, same)).toBeGreaterThan(0.008 * shape.size * shape.size)
        }
      }
    }
  })

  it('tell ringing from all others by a large part of the shape', () => {
    const ringing = all.find(({ icon }) => icon === 'ringing')
    for (const { shapes } of all.filter((one) => one !== ringing)) {
      for (const [index, shape] of shapes.entries()) {
        expect(difference(shape, ringing?.shapes[index] ?? shape)).toBeGreaterThan(
          0.08 * shape.size * shape.size,
        )
      }
    }
  })
})

test('black and white are the same shapes', () => {
  for (const icon of TRAY_ICONS) {
    expect(pngShape(trayIconFile(icon, 'linux', true))).toEqual(pngShape(trayIconFile(icon, 'linux', false)))
  }
})
