// Owns the packages that tests look into: built from the sources as they are now, and where they lie.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureFresh } from '../../build/setup/app-build.mjs'
import { inCache, inRoot } from '../../build/setup/paths.mjs'

/** Packed together: for which system, which targets, and where new versions would be looked for. */
export interface PackageSet {
  readonly system: 'linux' | 'win' | 'mac'
  readonly targets: readonly string[]
  readonly updateUrl?: string
  /** package.json's by default. */
  readonly version?: string
}

/** What `.ci/run` installs. */
export const INSTALLED: PackageSet = { system: 'linux', targets: ['deb', 'AppImage'] }

const folderOf = ({ system, targets, updateUrl, version }: PackageSet): string => {
  const kind = [system, ...targets, ...(updateUrl === undefined ? [] : ['updating'])]
  return inCache('packages', [...kind, ...(version === undefined ? [] : [version])].join('-'))
}

/** Two systems' runtimes may have to be fetched first. */
export const BUILD_MS = 600_000

/** @returns its folder */
export async function ensurePacked(set: PackageSet): Promise<string> {
  const folder = folderOf(set)
  const pack = [process.execPath, inRoot('e2e', 'install', 'pack-for-tests.mjs'), set.system, folder]
  await ensureBuilt()
  await ensureFresh({
    name: 'packages',
    folders: ['shared', 'main', 'preload', 'renderer', 'server', 'assets', 'build', 'e2e/runtime'],
    files: ['package.json', 'package-lock.json', 'LICENSE'],
    stamp: join(folder, 'inputs.sha256'),
    command: ['env', ...environmentOf(set), ...pack, ...set.targets],
  })
  return folder
}

const environmentOf = ({ updateUrl = '', version = '' }: PackageSet): readonly string[] => [
  `PARLEY_UPDATE_URL=${updateUrl}`,
  `PACK_VERSION=${version}`,
]

/** The one whose name ends so, of a set that was packed. */
export function packageFile(set: PackageSet, ending: string): string {
  const folder = folderOf(set)
  const name = readdirSync(folder).find((entry) => entry.endsWith(ending))
  if (name === undefined) throw new Error(`There is no ${ending} in ${folder}.`)
  return join(folder, name)
}
