// Owns reading from this machine what share-system.ts decides by.
import { readdirSync } from 'node:fs'
import { shareSystemOf, type ShareSystem } from './share-system'

export function readShareSystem(): ShareSystem {
  return shareSystemOf({
    platform: process.platform,
    version: process.getSystemVersion(),
    env: process.env,
    hasWaylandSocket: hasWaylandSocket(process.env['XDG_RUNTIME_DIR']),
  })
}

function hasWaylandSocket(folder: string | undefined): boolean {
  if (!folder) return false
  try {
    return readdirSync(folder).some((name) => /^wayland-\d+$/.test(name))
  } catch {
    return false // a folder that is named but isn't there holds no socket
  }
}
