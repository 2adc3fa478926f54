// Owns which file an icon of the tray is (assets/tray, made by build/icons/make-tray-icons.mjs), and how dark the panel under
// it is taken to be. Pure.
import type { TrayIcon } from './tray-item'

/** Beside it lies its @2x, which Electron finds by itself; an .ico has all sizes in it. */
export function trayIconFile(icon: TrayIcon, platform: string, panelIsDark: boolean): string {
  // macOS colours it for the menu bar; the name's end says so.
  if (platform === 'darwin') return `${icon}Template.png`
  return `${icon}-${panelIsDark ? 'white' : 'black'}.${platform === 'win32' ? 'ico' : 'png'}`
}

export type PanelFacts = {
  readonly platform: string
  /** XDG_CURRENT_DESKTOP. */
  readonly desktop: string
  /** What Electron says of the system's own surfaces; where it knows only of windows, of those. */
  readonly systemIsDark: boolean
}

/** Their panels are dark by default, whatever the windows are: no desktop tells. */
const DARK_PANELS: ReadonlySet<string> = new Set([
  'gnome',
  'unity',
  'x-cinnamon',
  'pantheon',
  'hyprland',
  'sway',
])

export function isPanelDark({ platform, desktop, systemIsDark }: PanelFacts): boolean {
  if (platform !== 'linux') return systemIsDark
  return (
    systemIsDark ||
    desktop
      .toLowerCase()
      .split(':')
      .some((name) => DARK_PANELS.has(name))
  )
}
