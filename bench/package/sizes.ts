// Owns how much an installed Parley takes on the disk, beside the bare distribution of the same Electron.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../../build/setup/find-electron.mjs'
import { must } from '../../e2e/install/system-install'
import { INSTALLED, ensurePacked, packageFile } from '../../e2e/install/packages'
import { comparisonRow, plainRow, type Row } from '../rows'

const BYTES_A_MB = 1_000_000
/** Parley's own, of Chromium's. */
const OUR_LOCALE = 'locales/en-US.pak'

export async function sizeRows(): Promise<readonly Row[]> {
  await ensurePacked(INSTALLED)
  const electron = await findElectron({ testRuntime: true })
  if (electron === null) throw new Error('There is no Electron to compare with.')
  const folder = mkdtempSync(join(tmpdir(), 'parley-size-'))
  try {
    await must(['dpkg-deb', '-x', packageFile(INSTALLED, '.deb'), folder])
    const ours = sizeMb(folder, () => true)
    const whole = sizeMb(electron.distPath, () => true)
    const bare = sizeMb(electron.distPath, (path) => !path.startsWith('locales/') || path === OUR_LOCALE)
    const about = (name: string, goal: string) => ({ name, unit: 'MB', goal })
    return [
      plainRow(about('installed, more than the bare Electron in one language', '≤ 6'), [ours - bare]),
      comparisonRow(about('installed; bare Electron with all languages', 'smaller'), [ours], [whole]),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sizeMb(folder: string, counts: (path: string) => boolean): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = files
    .filter((file) => counts(file.slice(folder.length + 1)))
    .map((file) => statSync(file).size)
  return sizes.reduce((sum, size) => sum + size, 0) / BYTES_A_MB
}
