import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { drawAppIcons } from './draw-app-icons.mjs'
import { drawIcons } from './draw-icons.mjs'
import { ASSETS } from './svg-drawing.mjs'

it('the icons that are checked in are those that the script draws', () => {
  const files = new Map([...drawIcons(), ...drawAppIcons()])
  expect(files.size).toBeGreaterThan(80)
  const stale = [...files].filter(([name, bytes]) => !bytes.equals(readFileSync(join(ASSETS, name))))
  expect(stale.map(([name]) => name)).toEqual([])
})

it('Windows and macOS find their sizes in the files', () => {
  const files = drawAppIcons()
  const ico = files.get('icons/app.ico') ?? Buffer.alloc(0)
  const sizes = Array.from(
    { length: ico.readUInt16LE(4) },
    (_, index) => ico.readUInt8(6 + 16 * index) || 256,
  )
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 256])
  const icns = files.get('icons/app.icns') ?? Buffer.alloc(0)
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  expect(namesIn(icns)).toEqual(['ic11', 'ic12', 'ic07', 'ic13', 'ic08', 'ic14', 'ic09', 'ic10'])
})

function namesIn(icns: Buffer): readonly string[] {
  const names: string[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    names.push(icns.toString('latin1', at, at + 4))
  return names
}
