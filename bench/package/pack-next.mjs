// Packs an AppImage of the version after this one, in which one file changed: `node bench/package/pack-next.mjs FOLDER VERSION`.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Platform, build } from 'electron-builder'
import { builderConfig } from '../../build/package/builder-config.mjs'
import { electronFor } from '../../build/package/electron-source.mjs'
import { bundleTestMain } from '../../build/package/stand-ins/test-main.mjs'
import { standIns } from '../../build/package/stand-ins/use-stand-ins.mjs'
import { packedVersion } from '../../build/package/versions.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { messageOf, say } from '../../build/setup/say.mjs'

const [output = '', next = ''] = process.argv.slice(2)
/** Of all of ours the first in the archive that is large: what stands behind it moves. */
const CHANGED = 'out/main/index.cjs'

/** What is packed, and what it is packed with. */
const PARTS = [
  'package.json',
  'LICENSE',
  'assets',
  'build/package',
  'out/main',
  'out/preload',
  'out/renderer',
]

// A copy, so that everything lies in the archive as in the version before.
const project = mkdtempSync(join(tmpdir(), 'parley-next-'))
try {
  const electron = await electronFor('linux', { release: false })
  const testMain = electron.isTest ? await bundleTestMain() : null
  if (electron.isTest) Object.assign(process.env, await standIns(['AppImage']))
  rmSync(output, { recursive: true, force: true })
  for (const part of PARTS) cpSync(inRoot(part), join(project, part), { recursive: true })
  symlinkSync(inRoot('node_modules'), join(project, 'node_modules'))
  const changed = join(project, CHANGED)
  writeFileSync(changed, withOneLineMore(readFileSync(changed, 'utf8')))
  const packing = { system: /** @type {const} */ ('linux'), group: 'appimage', electron, output, testMain }
  const config = builderConfig({ ...packing, version: packedVersion(next, electron), env: process.env })
  await build({
    targets: Platform.LINUX.createTarget(['AppImage']),
    config,
    projectDir: project,
    publish: 'never',
  })
} catch (error) {
  say(messageOf(error))
  // As in build/dist.mjs.
  process.exit(1)
} finally {
  rmSync(project, { recursive: true, force: true })
}

/** In the middle, so that what was before it and what comes after it stay alike. @param {string} text */
function withOneLineMore(text) {
  const middle = text.indexOf(';', text.length / 2) + 1
  return `${text.slice(0, middle)}globalThis.somethingMore='and more';${text.slice(middle)}`
}
