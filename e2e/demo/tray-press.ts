// Owns opening the tray's menu as a person does: the secondary button on the icon, at the right end of the panel.
import { setTimeout as wait } from 'node:timers/promises'
import { startMouse } from '../share/mouse'
import { PANEL_HEIGHT } from './panel'

/** Of the display of our own. */
const SCREEN = { width: 1600, height: 900 }
/** A menu is drawn within this; a picture that comes sooner shows none. */
const DRAWN_MS = 700

/** Resolves with what closes it. */
export async function openTrayMenu(): Promise<() => Promise<void>> {
  const mouse = startMouse()
  await mouse.click(SCREEN.width - PANEL_HEIGHT / 2, SCREEN.height - PANEL_HEIGHT / 2, 'secondary')
  await wait(DRAWN_MS)
  return async () => {
    // Beside it.
    await mouse.click(SCREEN.width / 2, 10, 'main')
    await mouse.stop()
  }
}
