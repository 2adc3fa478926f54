// Owns hearing that the screen is locked or unlocked, in the way that each system tells it.
import { powerMonitor } from 'electron'
import type { Log } from '../log/log'
import { watchLockOnBus } from './lock-bus'

/** Until its undo. */
export function watchLock(platform: string, heard: (locked: boolean) => void, log: Log): () => void {
  if (platform === 'linux') return watchLockOnBus({ env: process.env, heard, log })
  const lock = (): void => heard(true)
  const unlock = (): void => heard(false)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('unlock-screen', unlock)
  return () => {
    powerMonitor.off('lock-screen', lock)
    powerMonitor.off('unlock-screen', unlock)
  }
}
