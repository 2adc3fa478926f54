// Owns that out/ is built from the sources as they are now: a hash over all inputs is kept beside the output.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.mjs'
import { ROOT, inRoot } from './paths.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {readonly string[]} folders
 * @property {readonly string[]} files
 * @property {string} stamp
 * @property {readonly [string, ...string[]]} command
 */

/** @type {Build} */
const APP = {
  name: 'app-build',
  folders: ['shared', 'main', 'preload', 'renderer', 'server', 'assets'],
  files: [
    'package-lock.json',
    'build/electron.vite.config.ts',
    'build/renderer-aliases.ts',
    'build/chunks.ts',
    'build/server.vite.config.ts',
    'build/server/bundled-licences.mjs',
    'LICENSE',
  ],
  stamp: inRoot('out', 'inputs.sha256'),
  command: ['npm', 'run', '--silent', 'build'],
}

/** @type {Build} */
const GALLERY = {
  name: 'gallery-build',
  folders: ['shared', 'renderer'],
  files: ['package-lock.json', 'build/gallery.vite.config.ts', 'build/chunks.ts'],
  stamp: inRoot('out', 'gallery', 'inputs.sha256'),
  command: ['npx', 'vite', 'build', '--config', 'build/gallery.vite.config.ts', '--logLevel', 'error'],
}

/** Builds the app if anything changed. Throws where the build fails. */
export const ensureBuilt = () => ensureFresh(APP)

/** The page of the photographs: a worker that starts anew after a failure finds it built. */
export const ensureGalleryBuilt = () => ensureFresh(GALLERY)

/** Of anything that is built from sources of ours. @param {Build} build */
export async function ensureFresh({ name, folders, files, stamp, command: [program, ...args] }) {
  await exclusively(name, async () => {
    const inputs = hashOf([...folders.flatMap(filesBelow), ...files])
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
    say('Building …')
    const { code, stdout, stderr } = await runCommand(program, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    if (code !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
    writeFileSync(stamp, inputs)
  })
}

/** @param {readonly string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

/** @param {string} folder @returns {string[]} paths from the top folder, in a fixed order, tests left out */
function filesBelow(folder) {
  const entries = readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}
