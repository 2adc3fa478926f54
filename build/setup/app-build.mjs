// Owns that out/ is built from the sources as they are now: a hash over all inputs is kept beside the output.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from './exclusive.mjs'
import { ROOT, inRoot } from './paths.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

const FOLDERS = ['shared', 'main', 'preload', 'renderer', 'server', 'assets']
const FILES = ['package-lock.json', 'build/electron.vite.config.ts', 'build/server.vite.config.ts']
const STAMP = inRoot('out', 'inputs.sha256')

/** Builds if anything changed. Throws where the build fails. */
export async function ensureBuilt() {
  await exclusively('app-build', async () => {
    const inputs = hashInputs()
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return
    say('Building …')
    const { code, stdout, stderr } = await runCommand('npm', ['run', '--silent', 'build'], {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    if (code !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
    writeFileSync(STAMP, inputs)
  })
}

function hashInputs() {
  const hash = createHash('sha256')
  for (const path of [...FOLDERS.flatMap(filesBelow), ...FILES])
    hash.update(path).update(readFileSync(join(ROOT, path)))
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
