// npm run server -- flags: installs, builds, and runs the signalling server with the guest page. Flags, output, signals
// and the exit code pass through.
import { spawn } from 'node:child_process'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { inRoot } from './setup/paths.mjs'
import { messageOf, say } from './setup/say.mjs'

try {
  await ensureNpmPackages()
  const { ensureBuilt } = await import('./setup/app-build.mjs')
  await ensureBuilt()
  runServer()
} catch (error) {
  say(messageOf(error))
  process.exitCode = 1
}

function runServer() {
  const server = spawn(process.execPath, [inRoot('out', 'server', 'server.cjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // From a terminal both of us get the signal; from a service manager only we do. The server takes it once.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => void server.kill(signal))
  server.on('error', (error) => {
    say(`The server could not be started: ${error.message}`)
    process.exitCode = 1
  })
  server.on('close', (code) => (process.exitCode = code ?? 1))
}
