// Owns the application's menu. macOS shows it; elsewhere it is hidden (menu-bar.ts) and only its keys work.
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

function otherMenu({ closeWindow, quit }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    {
      label: words.file,
      submenu: [
        { label: words.close, accelerator: 'CommandOrControl+W', click: closeWindow },
        { label: words.quit, accelerator: 'CommandOrControl+Q', click: quit },
      ],
    },
  ]
}

export type MenuOptions = {
  readonly platform: string
  /** Shows the menu's developer part: with live reload only, where nobody but its developer sees it. */
  readonly develop: boolean
  /** Parley stays. */
  readonly closeWindow: () => void
  /** Asks first during a call. */
  readonly quit: () => void
}

export function setApplicationMenu(options: MenuOptions): void {
  const own = options.platform === 'darwin' ? macMenu() : otherMenu(options)
  Menu.setApplicationMenu(Menu.buildFromTemplate(options.develop ? [...own, DEVELOP] : own))
}
