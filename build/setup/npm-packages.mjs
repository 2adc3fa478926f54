// Owns that the npm packages of the lockfile are installed. Uses nothing but Node itself.
import { existsSync, readFileSync } from 'node:fs'
import { exclusively } from './exclusive.mjs'
import { inRoot } from './paths.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/** Installs them if any is missing or has another version. Throws where npm fails. */
export async function ensureNpmPackages() {
  if (areInstalled()) return
  await exclusively('npm-packages', async () => {
    if (areInstalled()) return
    say('Installing npm packages (npm ci), which takes a minute or two …')
    const { code, stdout, stderr } = await runCommand('npm', ['ci', '--no-fund', '--no-audit'])
    // Its warnings are about other people's packages; they matter to a user only where it failed.
    if (code !== 0) throw new Error(`${stdout}${stderr}\nnpm ci failed. Check the network and run it again.`)
  })
}

/** npm leaves a lockfile of what it installed inside node_modules. */
function areInstalled() {
  const installed = packagesOf(inRoot('node_modules', '.package-lock.json'))
  if (installed === null) return false
  const wanted = packagesOf(inRoot('package-lock.json')) ?? {}
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional === true ||
      entry.peer === true ||
      installed[path]?.version === entry.version,
  )
}

/**
 * @param {string} lockfile
 * @returns {Record<string, {version?: string, optional?: boolean, peer?: boolean}> | null}
 */
function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : null
}
