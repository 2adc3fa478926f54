// Draws assets/tray, assets/badge and the program's icons in assets/icons anew from their SVGs: `node build/icons/make-icons.mjs`. What it makes is checked in, so
// that neither a build nor a start needs the drawing library.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from '../setup/say.mjs'
import { drawAppIcons } from './draw-app-icons.mjs'
import { drawIcons } from './draw-icons.mjs'
import { ASSETS } from './svg-drawing.mjs'

const files = new Map([...drawIcons(), ...drawAppIcons()])
for (const [name, bytes] of files) {
  const path = join(ASSETS, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}
say(`${files.size} icons drawn.`)
