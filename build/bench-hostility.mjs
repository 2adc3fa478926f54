// Owns the process in which the signalling benchmark's hostile load runs: one of its own, so that the well-behaved one's times are the server's.
import { runnerImport } from 'vite'
import { inRoot } from './setup/paths.mjs'

const { module } = await runnerImport(inRoot('bench/signalling/hostile-load.ts'), {
  configFile: false,
  logLevel: 'error',
})
await module.runHostileLoad(
  JSON.parse(process.argv[2] ?? '{}'),
  /** @param {number} sent */ (sent) => process.send?.(sent),
)
process.exit(0)
