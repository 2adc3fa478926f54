// Owns the tools that electron-builder would download, on a machine where it can't: those of the system and of npm packages.
// https://www.electron.build/configuration lists the variables.
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { path7za } from '7zip-bin'
import { inCache, inRoot } from '../../setup/paths.mjs'
import { testRuntime } from '../electron-source.mjs'

/**
 * For packages on the test runtime only.
 * @param {readonly string[]} targets their names
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function standIns(targets) {
  chmodSync(path7za, 0o755)
  return {
    ELECTRON_BUILDER_7ZIP_PATH: path7za,
    // Quick, not small.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
    CUSTOM_FPM_PATH: inRoot('build', 'package', 'stand-ins', 'fpm.cjs'),
    ...(targets.includes('AppImage') ? { APPIMAGE_TOOLS_PATH: await appImageTools() } : {}),
  }
}

/** Laid out as electron-builder's own. @returns {Promise<string>} */
async function appImageTools() {
  const folder = inCache('appimage-tools')
  const runtime = await testRuntime('appimage')
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['runtimes', 'lib/x64']) mkdirSync(join(folder, part), { recursive: true })
  symlinkSync(runtime, join(folder, 'runtimes', 'runtime-x64'))
  program(folder, 'mksquashfs', 'exec mksquashfs "$@" -Xcompression-level 1')
  program(folder, 'desktop-file-validate', 'exec desktop-file-validate "$@"')
  return folder
}

/** @param {string} folder @param {string} name @param {string} line */
function program(folder, name, line) {
  writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 })
}
