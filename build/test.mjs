// npm test [-- lint|types|unit|e2e|install …] [--install-deps]: installs what is missing, runs the suites named (by default all
// but `packages`), and ends with one line: N passed, N failed.
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { ensureSystemPackages } from './setup/system-packages.mjs'
import { messageOf, say } from './setup/say.mjs'
import { SUITES, runSuite } from './test/suites.mjs'

const words = process.argv.slice(2)
const install = words.includes('--install-deps')
const named = words.filter((word) => !word.startsWith('--'))
const unknown = named.filter((name) => !(name in SUITES))
if (unknown.length > 0) {
  say(`There is no suite called ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`)
  process.exit(2)
}

const wanted = Object.entries(SUITES).filter(([name, { onlyNamed }]) =>
  named.length === 0 ? onlyNamed !== true : named.includes(name),
)
const total = { passed: 0, failed: 0 }
try {
  await ensureNpmPackages()
  const runs = (/** @type {string} */ suite) => wanted.some(([name]) => name === suite)
  if (runs('unit')) await ensureSystemPackages(['tools'], { install })
  if (runs('e2e'))
    await ensureSystemPackages(
      ['electron', 'browser', 'display', 'sound', 'windows', 'link', 'panel', 'relay', 'hosting'],
      { install },
    )
  if (runs('install') || runs('packages'))
    await ensureSystemPackages(['electron', 'browser', 'display', 'packing'], { install })
  for (const [name, suite] of wanted) {
    const { passed, failed } = await runSuite(name, suite)
    total.passed += passed
    total.failed += failed
  }
} catch (error) {
  say(messageOf(error))
  total.failed += 1
}
process.stdout.write(`${String(total.passed)} passed, ${String(total.failed)} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
