// Owns packing what was asked for: one run of electron-builder for each group of targets, checked, its files put together.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, Platform, build } from 'electron-builder'
import { inCache, inRoot } from '../setup/paths.mjs'
import { builderConfig } from './builder-config.mjs'
import { wrongInPacked } from './check-packed.mjs'
import { unpackedFolders } from './packed-layout.mjs'
import { bundleTestMain } from './stand-ins/test-main.mjs'
import { standIns } from './stand-ins/use-stand-ins.mjs'
import { packedVersion } from './versions.mjs'

/** @typedef {import('./targets.mjs').System} System */
/** @typedef {import('./targets.mjs').Target} Target */
/**
 * @typedef {object} Asked
 * @property {System} system
 * @property {readonly Target[]} targets
 * @property {readonly ('x64' | 'arm64')[]} arches packed together, so that one list of new versions has them all
 * @property {import('./electron-source.mjs').PackedElectron} electron
 * @property {string} folder where the files come together
 * @property {string} [version] of a test's own, such as the next one; package.json's by default
 */

const PLATFORMS = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC }
/** What electron-builder leaves beside them, for itself. */
const NOT_FOR_PEOPLE = /^(builder-.*\.ya?ml|\.icon-.*)$/

/** @param {Asked} asked @returns {Promise<readonly string[]>} the files' paths */
export async function pack(asked) {
  const { targets, electron, folder } = asked
  const version = packedVersion(asked.version ?? versionOfSources(), electron)
  const testMain = electron.isTest ? await bundleTestMain() : null
  if (electron.isTest) Object.assign(process.env, await standIns(targets.map(({ name }) => name)))
  mkdirSync(folder, { recursive: true })
  /** @type {string[]} */
  const files = []
  for (const group of new Set(targets.map((target) => target.group)))
    files.push(...(await packGroup(group, asked, { version, testMain })))
  return files
}

/** @returns {string} */
const versionOfSources = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version

/**
 * @param {string} group
 * @param {Asked} asked
 * @param {{version: string, testMain: string | null}} parts
 */
async function packGroup(group, { system, targets, arches, electron, folder }, { version, testMain }) {
  const names = targets.filter((target) => target.group === group).map(({ name }) => name)
  const output = inCache('dist', `${system}-${arches.join('-')}-${group}`)
  rmSync(output, { recursive: true, force: true })
  await build({
    targets: PLATFORMS[system].createTarget([...names], ...arches.map((arch) => Arch[arch])),
    config: builderConfig({ system, group, electron, version, output, testMain, env: process.env }),
    projectDir: inRoot(),
    // Files only: the release workflow uploads them.
    publish: 'never',
  })
  for (const unpacked of unpackedFolders(output)) {
    const wrong = await wrongInPacked(system, unpacked, { version, isTest: electron.isTest })
    if (wrong.length > 0) throw new Error(`What was packed is not as it should be:\n${wrong.join('\n')}`)
  }
  return collect(output, folder, names.includes('dir'))
}

/** @param {string} output @param {string} folder @param {boolean} withFolders whether the unpacked program was asked for */
function collect(output, folder, withFolders) {
  return readdirSync(output, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_FOR_PEOPLE.test(entry.name) || (entry.isDirectory() && !withFolders)) return []
    const to = join(folder, entry.name)
    rmSync(to, { recursive: true, force: true })
    if (entry.isDirectory()) renameSync(join(output, entry.name), to)
    else copyFileSync(join(output, entry.name), to)
    return [to]
  })
}
