// npm run bench -- NAME [--json FILE]: runs one benchmark against its reference and prints its rows.
import { parseArgs } from 'node:util'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { inRoot } from './setup/paths.mjs'
import { messageOf, say } from './setup/say.mjs'

// The test driver takes such a signal to close its programs and lets us go on without them, and our helper programs end by it: what
// followed would be an error of theirs. (`timeout` sends it to all of them.) Whatever we started ends with us.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    say(`Broken off by ${signal}: nothing was measured.`)
    process.exit(1)
  })
}

const USAGE = 'usage: npm run bench -- NAME [--json FILE] [--pairs N] [--only PART] [--install-deps]'

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      pairs: { type: 'string', default: '20' },
      only: { type: 'string' },
      'install-deps': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    process.exit(0)
  }
  const [name] = positionals
  const pairs = Number(values.pairs)
  if (name === undefined) throw new Error(USAGE)
  if (!Number.isInteger(pairs) || pairs < 1) throw new Error(`--pairs takes a whole number from 1. ${USAGE}`)
  await ensureNpmPackages()
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inRoot('bench/run-bench.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  await module.runBench({
    name,
    pairs,
    ...{ json: values.json ?? null, only: values.only ?? null, install: values['install-deps'] },
  })
  process.exit(0)
} catch (error) {
  say(messageOf(error))
  process.exit(1)
}
