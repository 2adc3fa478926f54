// Owns the border of a shared screen: four thin windows along its edges that nothing can be done with. They never load a page,
// so none has a process of its own: what is seen is their ground. A window's border on X11 is x11-border.ts.
import { BrowserWindow, type Rectangle } from 'electron'
import { desktopEn } from '../../shared/text/desktop-en'
import { LOCKED_PAGE } from '../window/locked-page'
import { OVERLAY } from '../window/overlay-window'
import { BORDER_COLOUR, BORDER_THICKNESS } from './border-look'
import { withinScreen } from './border-geometry'

export interface ScreenBorder {
  /** Whole displays have one, with task bars and docks; null: not seen now. */
  placeOn(display: Rectangle | null): void
  end(): void
}

export function createScreenBorder(platform: string): ScreenBorder {
  const strips = [0, 1, 2, 3].map(() => createStrip(platform))
  return {
    placeOn(display) {
      if (display === null) {
        for (const strip of strips) if (!strip.isDestroyed()) strip.hide()
        return
      }
      withinScreen(display, BORDER_THICKNESS).forEach((bounds, index) => {
        const strip = strips[index]
        if (!strip || strip.isDestroyed()) return
        strip.setBounds(bounds)
        if (!strip.isVisible()) strip.showInactive()
      })
    },
    end() {
      for (const strip of strips) if (!strip.isDestroyed()) strip.destroy()
    },
  }
}

function createStrip(platform: string): BrowserWindow {
  const strip = new BrowserWindow({
    title: desktopEn.sharingBorder,
    width: BORDER_THICKNESS,
    height: BORDER_THICKNESS,
    ...OVERLAY,
    hasShadow: false,
    roundedCorners: false,
    // Without it macOS keeps the top strip below the menu bar.
    enableLargerThanScreen: true,
    // Opaque: X11 without a compositor has no transparency.
    backgroundColor: BORDER_COLOUR,
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: LOCKED_PAGE,
  })
  strip.setIgnoreMouseEvents(true)
  strip.setAlwaysOnTop(true, 'screen-saver')
  strip.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  strip.setContentProtection(true)
  return strip
}
