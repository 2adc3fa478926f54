// Owns which permissions a page may have: this list, our own pages only, the sharing bar's and
// everything else never.
import { isAppUrl } from '../scheme/app-origin'
import { pageOf } from '../sender-rules'

const GRANTED: ReadonlySet<string> = new Set([
  // Microphone and camera.
  'media',
  // Only of what was chosen: permissions.ts asks for that as well.
  'display-capture',
  'speaker-selection',
  'fullscreen',
  'clipboard-sanitized-write',
  // Chromium asks since 142 before a page reaches this computer or this network, where our servers may be: which of them
  // it reaches is request-rules.ts. https://chromestatus.com/feature/5152728072060928
  'local-network-access',
  'local-network',
  'loopback-network',
])

/** `askedBy` is any URL or origin of the asking page, as Electron gives it. */
export function mayHavePermission(permission: string, askedBy: string): boolean {
  return GRANTED.has(permission) && isAppUrl(askedBy) && pageOf(askedBy) !== 'bar'
}
