// Owns the number of missed calls on the app's own icon: Dock, launcher or task bar button.
import { join } from 'node:path'
import { app, nativeImage, type BrowserWindow } from 'electron'
import { trayWords as words } from '../../shared/text/desktop-tray-en'
import { badgeFor } from './badge-rules'

export type BadgeOptions = {
  /** assets/badge. */
  readonly iconFolder: string
  readonly platform: string
  readonly window: Pick<BrowserWindow, 'isDestroyed' | 'setOverlayIcon'>
}

/** Shows this many; 0: none. A Linux desktop without such numbers shows nothing. */
export function createBadge({ iconFolder, platform, window }: BadgeOptions): (missed: number) => void {
  let shown = 0
  return (missed) => {
    if (missed === shown || window.isDestroyed()) return
    shown = missed
    const badge = badgeFor(platform, missed)
    if (badge.on === 'app') app.setBadgeCount(badge.count)
    else if (badge.file === null) window.setOverlayIcon(null, '')
    else {
      const image = nativeImage.createFromPath(join(iconFolder, badge.file))
      window.setOverlayIcon(image, words.badge(missed))
    }
  }
}
