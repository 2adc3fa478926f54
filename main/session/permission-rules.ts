// Owns which permissions a page may have: this list, our own pages only, everything else never.
import { isAppUrl } from '../scheme/app-origin'

const GRANTED: ReadonlySet<string> = new Set([
  // Microphone and camera. Before Electron 45 also screen capture, with an empty list of media types.
  'media',
  'display-capture',
  'speaker-selection',
  'fullscreen',
  'clipboard-sanitized-write',
  'screen-wake-lock',
  'notifications',
])

/** `askedBy` is any URL or origin of the asking page, as Electron gives it. */
export function mayHavePermission(permission: string, askedBy: string): boolean {
  return GRANTED.has(permission) && isAppUrl(askedBy)
}
