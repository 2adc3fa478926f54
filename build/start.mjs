// npm start: installs, builds, and starts Parley in Electron; without any Electron, in an installed browser as a guest
// of a server on this computer. Words after -- go to the app: --profile NAME starts a second person, --verbose shows all output.
import { spawn } from 'node:child_process'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { messageOf, say } from './setup/say.mjs'

try {
  await ensureNpmPackages()
  const { ensureBuilt } = await import('./setup/app-build.mjs')
  await ensureBuilt()
  const { findElectron } = await import('./setup/find-electron.mjs')
  const { hasDisplay } = await import('./setup/virtual-display.mjs')
  const { sandboxCommand, sandboxWorks } = await import('./start/sandbox.mjs')
  const { openGuestPage } = await import('./start/guest-page.mjs')
  const electron = hasDisplay() ? await findElectron({ testRuntime: false }) : null
  if (!hasDisplay()) await openGuestPage('There is no display here, so no window can be opened.')
  else if (electron === null) await openGuestPage('Electron could not be downloaded.')
  else if (sandboxWorks(electron.distPath)) await startApp(electron)
  else {
    const command = sandboxCommand(electron.distPath)
    await openGuestPage(`This system lets Electron start only after: ${command}`)
  }
} catch (error) {
  say(messageOf(error))
  process.exitCode = 1
}

/** @param {import('./setup/find-electron.mjs').FoundElectron} electron */
async function startApp({ executable, bridgeArgs }) {
  const { readStartWords } = await import('./start/app-words.mjs')
  const { keepOutput } = await import('./start/app-output.mjs')
  const words = readStartWords(process.argv.slice(2))
  // Chromium refuses to run as root with its sandbox on.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (!words.verbose) say('Starting Parley … Ctrl C ends it; npm start -- --verbose shows what it says.')
  const app = spawn(executable, [...asRoot, ...bridgeArgs, '.', ...words.app], {
    stdio: words.verbose ? 'inherit' : ['inherit', 'pipe', 'pipe'],
  })
  const output = words.verbose ? null : keepOutput(app, logName(words.profile))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => app.kill(signal))
  app.on('error', (error) => {
    say(`Electron could not be started: ${error.message}`)
    process.exitCode = 1
  })
  app.on('close', (code) => {
    process.exitCode = code ?? 1
    output?.end()
    // Whoever was told why needs no more.
    if (output === null || process.exitCode === 0 || output.last().length === 0) return
    say(
      `${output.last().join('\n')}\nParley stopped with code ${process.exitCode}. All it said: ${output.path}`,
    )
  })
}

/** A name that is none is refused by the app. @param {string | null} profile */
function logName(profile) {
  return profile === null || !/^[\p{L}\p{N}_-]+$/u.test(profile) ? 'parley.log' : `parley-${profile}.log`
}
