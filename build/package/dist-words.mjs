// Owns what may be typed after `npm run dist --`. Pure.
import { TARGETS, downloads } from './targets.mjs'

/** @typedef {import('./targets.mjs').System} System */
/** @typedef {import('./targets.mjs').Target} Target */
/**
 * @typedef {object} DistWords
 * @property {readonly {system: System, targets: readonly Target[]}[]} wanted
 * @property {readonly ('x64' | 'arm64')[]} arches empty: this machine's
 * @property {boolean} release for people: never on the test runtime
 * @property {boolean} install system packages also when not root
 */

export const DIST_USAGE = `usage: npm run dist [-- --linux|--win|--mac] [--target NAME]… [--arch x64|arm64]… [--release] [--install-deps]
  --linux, --win, --mac   for which system; this one's by default
  --target NAME           ${Object.entries(TARGETS)
    .map(([system, targets]) => `${system}: ${targets.map(({ name }) => name).join(', ')}`)
    .join('; ')}; all but dir by default
  --arch x64|arm64        this machine's by default
  --release               refuses the test runtime, as the release workflow does
`

/**
 * @param {readonly string[]} words
 * @param {System} host
 * @returns {DistWords | 'help'}
 */
export function readDistWords(words, host) {
  if (words.includes('--help')) return 'help'
  /** @type {Set<System>} */
  const systems = new Set()
  /** @type {Set<string>} */
  const names = new Set()
  /** @type {('x64' | 'arm64')[]} */
  const arches = []
  const rest = { arches, release: false, install: false }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--linux' || word === '--win' || word === '--mac')
      systems.add(/** @type {System} */ (word.slice(2)))
    else if (word === '--target') names.add(words[(at += 1)] ?? '')
    else if (word === '--arch') arches.push(archOf(words[(at += 1)]))
    else if (word === '--release') rest.release = true
    else if (word === '--install-deps') rest.install = true
    else throw new Error(`${word} is nothing that can be asked for.\n${DIST_USAGE}`)
  }
  const asked = systems.size === 0 ? [host] : [...systems]
  const unknown = [...names].find((name) => !asked.some((system) => targetOf(system, name)))
  if (unknown !== undefined)
    throw new Error(`There is no ${unknown} for ${asked.join(' and ')}.\n${DIST_USAGE}`)
  const wanted = asked.map((system) => ({
    system,
    targets: names.size === 0 ? downloads(system) : TARGETS[system].filter(({ name }) => names.has(name)),
  }))
  return { wanted, ...rest }
}

/** @param {System} system @param {string} name */
const targetOf = (system, name) => TARGETS[system].find((target) => target.name === name)

/** @param {string | undefined} word @returns {'x64' | 'arm64'} */
function archOf(word) {
  if (word === 'x64' || word === 'arm64') return word
  throw new Error(`--arch takes x64 or arm64.\n${DIST_USAGE}`)
}
