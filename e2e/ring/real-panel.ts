// Owns a real panel with a tray on a test's bus and display: Xfce's, light or dark, at 1× or 2×, with nothing on it but the tray.
import { startXfcePanel } from '../desktop/xfce-panel'

export interface PanelLook {
  readonly dark: boolean
  readonly scale: 1 | 2
}

export interface RealPanel {
  /** On the screen: where the tray's only icon is, and a piece of the panel with nothing on it. */
  readonly icon: Area
  readonly empty: Area
  readonly stop: () => Promise<void>
}
/** x, y, width, height. */
export type Area = readonly [number, number, number, number]

const HEIGHT = 28
/** Desktops draw a tray's icons at 16 to 24. */
const ICON = 22

const TRAY = `value="systray"><property name="icon-size" type="int" value="${String(ICON)}"/>`

export function startRealPanel(bus: NodeJS.ProcessEnv, look: PanelLook): RealPanel {
  const env = { ...bus, GDK_SCALE: String(look.scale), GTK_THEME: '' }
  const px = (points: number): number => points * look.scale
  return {
    icon: [0, 0, px(HEIGHT + 4), px(HEIGHT)],
    empty: [px(300), px(8), px(8), px(8)],
    stop: startXfcePanel(env, { edge: 'upper', height: HEIGHT, dark: look.dark, plugins: [TRAY] }),
  }
}
