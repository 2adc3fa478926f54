// Owns the tray's menu as Electron takes it. Pure: what a press does is handed in.
import type { MenuItemConstructorOptions } from 'electron'
import type { TrayAsk, TrayItem } from './tray-item'

export function trayTemplate(
  menu: readonly TrayItem[],
  pressed: (ask: TrayAsk) => void,
): MenuItemConstructorOptions[] {
  return menu.map((item) => templateOf(item, pressed))
}

function templateOf(item: TrayItem, pressed: (ask: TrayAsk) => void): MenuItemConstructorOptions {
  switch (item.is) {
    case 'separator':
      return { type: 'separator' }
    case 'note':
      return { label: shown(item.label), enabled: false }
    case 'menu':
      return { label: shown(item.label), submenu: trayTemplate(item.items, pressed) }
    case 'action':
      return { label: shown(item.label), ...pressable(item.ask, pressed) }
    case 'check':
    case 'radio':
      return {
        type: item.is === 'check' ? 'checkbox' : 'radio',
        label: shown(item.label),
        checked: item.checked,
        ...pressable(item.ask, pressed),
      }
  }
}

function pressable(ask: TrayAsk | null, pressed: (ask: TrayAsk) => void): MenuItemConstructorOptions {
  return ask === null ? { enabled: false } : { click: () => pressed(ask) }
}

/** Electron takes a single & for the mark of a mnemonic on each system; macOS too, where it is only left out. */
const shown = (label: string): string => label.replaceAll('&', '&&')
