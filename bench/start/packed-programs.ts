// Owns the two programs that are compared: Parley as it is packed, and an empty window that is packed in the same way.
import { join } from 'node:path'
import { ensureFresh } from '../../build/setup/app-build.mjs'
import { inCache, inRoot } from '../../build/setup/paths.mjs'
import { ensurePacked, type PackageSet } from '../../e2e/install/packages'

export interface PackedProgram {
  readonly name: 'parley' | 'empty'
  readonly executable: string
}

export interface PackedPrograms {
  readonly parley: PackedProgram
  readonly empty: PackedProgram
}

/** electron-builder's own name of the folder. */
const UNPACKED: PackageSet = { system: 'linux', targets: ['dir'] }
const EXECUTABLE = 'parley-desktop'

export async function packPrograms(): Promise<PackedPrograms> {
  const parley = join(await ensurePacked(UNPACKED), 'linux-unpacked')
  const empty = inCache('packages', 'empty')
  await ensureFresh({
    name: 'packages',
    folders: ['bench/empty', 'build/package', 'e2e/runtime'],
    files: ['package.json', 'package-lock.json'],
    stamp: join(empty, 'inputs.sha256'),
    command: [process.execPath, inRoot('bench', 'empty', 'pack-empty.mjs'), empty],
  })
  return {
    parley: { name: 'parley', executable: join(parley, EXECUTABLE) },
    empty: { name: 'empty', executable: join(empty, EXECUTABLE) },
  }
}
