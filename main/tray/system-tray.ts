// Owns Electron's tray in the shape that ours draws on.
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron'

export interface SystemTray {
  readonly setImage: (path: string) => void
  readonly setToolTip: (text: string) => void
  readonly setMenu: (template: MenuItemConstructorOptions[]) => void
  readonly end: () => void
}
/** `clicked`: where the system doesn't open the menu by itself. */
export type PutUpTray = (imagePath: string, clicked: (() => void) | null) => SystemTray

export const putUpTray: PutUpTray = (imagePath, clicked) => {
  const tray = new Tray(imagePath)
  if (clicked) tray.on('click', clicked)
  return {
    setImage: (path) => tray.setImage(path),
    setToolTip: (text) => tray.setToolTip(text),
    // Never popUpContextMenu: on Linux the panel opens it itself.
    setMenu: (template) => tray.setContextMenu(Menu.buildFromTemplate(template)),
    end() {
      if (!tray.isDestroyed()) tray.destroy()
    },
  }
}
