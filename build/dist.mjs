// npm run dist [-- --linux|--win|--mac] [--target NAME]…: builds the files that people install, into release/.
import { relative } from 'node:path'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { ROOT, inRoot } from './setup/paths.mjs'
import { messageOf, say } from './setup/say.mjs'

const RELEASE = inRoot('release')

try {
  await ensureNpmPackages()
  const { DIST_USAGE, readDistWords } = await import('./package/dist-words.mjs')
  const { systemOf } = await import('./package/targets.mjs')
  const host = systemOf(process.platform)
  const words = readDistWords(process.argv.slice(2), host)
  if (words === 'help') process.stdout.write(DIST_USAGE)
  else await dist(words, host)
} catch (error) {
  say(messageOf(error))
  // At once: a hook that electron-builder brings ends every process that has nothing more to do with 0, whatever its exitCode.
  process.exit(1)
}

/**
 * @param {import('./package/dist-words.mjs').DistWords} words
 * @param {import('./package/targets.mjs').System} host
 */
async function dist(words, host) {
  const { ensureBuilt } = await import('./setup/app-build.mjs')
  const { ensureSystemPackages } = await import('./setup/system-packages.mjs')
  const { writeChecksums } = await import('./package/checksums.mjs')
  await ensureSystemPackages(['packing'], words)
  await ensureBuilt()
  /** @type {string[]} */
  const files = []
  for (const wanted of words.wanted) files.push(...(await distOf(wanted, words, host)))
  if (files.length === 0) return
  for (const file of [...files, await writeChecksums(RELEASE)])
    process.stdout.write(`${relative(ROOT, file)}\n`)
}

/**
 * @param {import('./package/dist-words.mjs').DistWords['wanted'][number]} wanted
 * @param {import('./package/dist-words.mjs').DistWords} words
 * @param {import('./package/targets.mjs').System} host
 * @returns {Promise<readonly string[]>}
 */
async function distOf({ system, targets }, words, host) {
  const { lacksOn } = await import('./package/targets.mjs')
  const { unsignedLine } = await import('./package/signing.mjs')
  const { electronFor } = await import('./package/electron-source.mjs')
  const { pack } = await import('./package/pack.mjs')
  for (const target of targets) {
    const lacks = lacksOn(target, host)
    if (lacks !== null)
      say(`${target.name} can't be built here: it needs ${lacks}. The release workflow builds it.`)
  }
  const here = targets.filter((target) => lacksOn(target, host) === null)
  if (here.length === 0) return []
  const electron = await electronFor(system, words)
  const unsigned = unsignedLine(system, process.env)
  if (unsigned !== null) say(unsigned)
  return pack({
    system,
    targets: here,
    arches: words.arches.length > 0 ? words.arches : [archOf(system, electron)],
    electron,
    folder: RELEASE,
  })
}

/** The test runtime comes for one of each. @param {string} system @param {{isTest: boolean}} electron */
function archOf(system, { isTest }) {
  if (isTest) return system === 'mac' ? 'arm64' : 'x64'
  return process.arch === 'arm64' ? 'arm64' : 'x64'
}
