// npm run demo [-- --host electron|browser --seconds 10 --server URL --json FILE]: two real clients with fake cameras
// call each other, and a table says what arrived. Exit 0 only if both saw moving pictures and heard sound. With --ring one of
// them is closed to the tray: exit 0 only if the call was seen, told and heard there, and answered.
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { inRoot } from './setup/paths.mjs'
import { messageOf, say } from './setup/say.mjs'
import { DEMO_HELP, readDemoOptions } from './demo/options.mjs'

try {
  const options = readDemoOptions(process.argv.slice(2))
  if (options === 'help') {
    process.stdout.write(DEMO_HELP)
    process.exit(0)
  }
  await ensureNpmPackages()
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inRoot('e2e/demo/demo.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  process.exit(await module.runDemo(options))
} catch (error) {
  say(messageOf(error))
  process.exit(1)
}
