// Owns a disk that is nearly full, in a folder of a test's own. Only root can have one.
import { chownSync, mkdirSync, statSync } from 'node:fs'
import type { Home } from './installed-app'
import { must } from './system-install'

export interface SmallDisk {
  readonly grow: (sizeBytes: number) => Promise<unknown>
  readonly end: () => Promise<unknown>
}

/** Its home's user may write there, with the disk and without it. */
export async function mountSmallDisk(home: Home, folder: string, sizeBytes: number): Promise<SmallDisk> {
  mkdirSync(folder, { recursive: true })
  const { uid, gid } = statSync(home.folder)
  chownSync(folder, uid, gid)
  await must([
    'mount',
    '-t',
    'tmpfs',
    '-o',
    `size=${sizeBytes},uid=${uid},gid=${gid},mode=755`,
    'tmpfs',
    folder,
  ])
  return {
    grow: (bytes) => must(['mount', '-o', `remount,size=${bytes}`, folder]),
    end: () => must(['umount', folder]),
  }
}
