// Owns how much a Parley that updates itself loads of a new version in which one file changed: computed and loaded by the updater's own
// code, as an installed AppImage does it, and checked to be the new file.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { httpExecutor } from 'builder-util'
import { CancellationToken } from 'electron-updater'
import { FileWithEmbeddedBlockMapDifferentialDownloader } from 'electron-updater/out/differentialDownloader/FileWithEmbeddedBlockMapDifferentialDownloader.js'
import { ensureFresh } from '../../build/setup/app-build.mjs'
import { inCache, inRoot } from '../../build/setup/paths.mjs'
import { ensurePacked, packageFile, type PackageSet } from '../../e2e/install/packages'
import { startUpdateServer } from '../../e2e/install/update-server'
import { comparisonRow, type Row } from '../rows'

const HERE: PackageSet = { system: 'linux', targets: ['AppImage'], version: '0.1.0' }
const NEXT = '0.1.1'
const LENGTH_BYTES = 4
const BYTES_A_KB = 1000
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined }

export async function updateRows(): Promise<readonly Row[]> {
  await ensurePacked(HERE)
  const [here, next] = [packageFile(HERE, '.AppImage'), await packNext()]
  const server = await startUpdateServer({ folder: dirname(next), port: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'parley-update-'))
  try {
    const loaded = join(folder, 'next.AppImage')
    await load({ from: new URL(basename(next), server.url), here, next, to: loaded })
    if (digestOf(loaded) !== digestOf(next)) throw new Error('What was loaded is not the next version.')
    const loadedBytes = server.asked().reduce((sum, { bytes }) => sum + bytes, 0)
    const [loadedKb, wholeKb] = [loadedBytes / BYTES_A_KB, statSync(next).size / BYTES_A_KB]
    const about = { name: 'AppImage → next, one file changed: loaded', unit: 'kB', goal: '≤ 0.02×' }
    return [comparisonRow(about, [loadedKb], [wholeKb])]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function packNext(): Promise<string> {
  const folder = inCache('packages', 'linux-AppImage-next')
  await ensureFresh({
    name: 'packages',
    folders: [
      'bench/package',
      'shared',
      'main',
      'preload',
      'renderer',
      'server',
      'assets',
      'build',
      'e2e/runtime',
    ],
    files: ['package.json', 'package-lock.json', 'LICENSE'],
    stamp: join(folder, 'inputs.sha256'),
    command: [process.execPath, inRoot('bench', 'package', 'pack-next.mjs'), folder, NEXT],
  })
  const name = readdirSync(folder).find((entry) => entry.endsWith('.AppImage'))
  if (name === undefined) throw new Error('The next version was not packed.')
  return join(folder, name)
}

interface Load {
  readonly from: URL
  readonly here: string
  readonly next: string
  readonly to: string
}

async function load({ from, here, next, to }: Load): Promise<void> {
  const size = statSync(next).size
  // What the list of new versions (latest-linux.yml) says.
  const info = { url: from.href, size, sha512: digestOf(next), blockMapSize: blockMapBytes(next) }
  const downloader = new FileWithEmbeddedBlockMapDifferentialDownloader(info, httpExecutor, {
    ...{ newUrl: from, oldFile: here, newFile: to, requestHeaders: null },
    ...{ logger: QUIET, isUseMultipleRangeRequest: true, cancellationToken: new CancellationToken() },
  })
  await downloader.download()
}

/** The file ends with it and its length. */
const blockMapBytes = (file: string): number =>
  readFileSync(file).readUInt32BE(statSync(file).size - LENGTH_BYTES)

const digestOf = (file: string): string => createHash('sha512').update(readFileSync(file)).digest('base64')
