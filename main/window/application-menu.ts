// Owns the application's menu. macOS shows it; elsewhere it is hidden and only its keys work.
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { desktopEn } from '../../shared/text/desktop-en'

const words = desktopEn.menu

// The editing keys of text fields come from this menu on macOS, and by themselves elsewhere.
const EDIT: MenuItemConstructorOptions = { role: 'editMenu', label: words.edit }

const DEVELOP: MenuItemConstructorOptions = {
  label: words.develop,
  submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }],
}

function macMenu(): MenuItemConstructorOptions[] {
  return [{ role: 'appMenu', label: words.app }, EDIT, { role: 'windowMenu' }]
}

/** Quitting closes the window, so that the question during a call is asked. */
function otherMenu(closeWindow: () => void): MenuItemConstructorOptions[] {
  return [
    {
      label: words.file,
      submenu: [
        { label: words.close, accelerator: 'CommandOrControl+W', click: closeWindow },
        { label: words.quit, accelerator: 'CommandOrControl+Q', click: closeWindow },
      ],
    },
  ]
}

export function setApplicationMenu(options: {
  readonly platform: string
  readonly dev: boolean
  readonly closeWindow: () => void
}): void {
  const own = options.platform === 'darwin' ? macMenu() : otherMenu(options.closeWindow)
  Menu.setApplicationMenu(Menu.buildFromTemplate(options.dev ? [...own, DEVELOP] : own))
}
