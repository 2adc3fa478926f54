// Owns the tray's icon and menu on the system: showing a model, and handing on what is pressed there. What it shows is
// tray-model.ts; whether there is a tray at all is tray-host.ts.
import { join } from 'node:path'
import type { Verb } from '../../shared/model/verbs'
import { kindOfError, type Log } from '../log/log'
import type { Panel } from './panel'
import { verbOf } from './quiet-choices'
import type { PutUpTray } from './system-tray'
import { trayIconFile } from './tray-icon-file'
import type { TrayAsk, TrayItem, TrayModel } from './tray-item'
import { trayTemplate } from './tray-template'

export interface ShownTray {
  readonly show: (model: TrayModel) => void
  /** Put up anew: an icon that was made before its panel was there is never taken by it. */
  readonly renew: () => void
  readonly end: () => void
}

export type TrayOptions = {
  /** system-tray.ts. */
  readonly putUp: PutUpTray
  /** assets/tray. */
  readonly iconFolder: string
  readonly platform: string
  readonly panel: Panel
  readonly press: (verb: Verb) => void
  readonly now: () => number
  readonly log: Log
}

/** There is nothing to be seen before the first `show`. */
export function createTray(options: TrayOptions): ShownTray {
  const { panel, log } = options
  /** Held for as long as it is up: a tray that is collected goes away. */
  let drawn: DrawnTray | null = null
  let model: TrayModel | null = null
  let ended = false

  function paint(): void {
    if (ended || model === null) return
    try {
      drawn ??= drawTray(options, model)
      drawn.paint(model)
    } catch (error) {
      log.error('tray not shown', { why: kindOfError(error) })
    }
  }

  function takeDown(): void {
    drawn?.end()
    drawn = null
  }

  const deaf = panel.onChange(paint)
  return {
    show(next) {
      model = next
      paint()
    },
    renew() {
      takeDown()
      paint()
    },
    end() {
      if (ended) return
      ended = true
      deaf()
      takeDown()
    },
  }
}

type DrawnTray = { readonly paint: (model: TrayModel) => void; readonly end: () => void }

/** Only what changed is drawn anew: a menu that is open would close. */
function drawTray(options: TrayOptions, first: TrayModel): DrawnTray {
  const { iconFolder, platform, panel, press, now, log } = options
  const fileOf = ({ icon }: TrayModel): string =>
    join(iconFolder, trayIconFile(icon, platform, panel.isDark()))
  const shown = { file: fileOf(first), tooltip: '', menu: '', ended: false }
  let items: readonly TrayItem[] = []
  // macOS opens the menu on a click.
  const tray = options.putUp(shown.file, platform === 'darwin' ? null : () => press({ verb: 'open' }))
  log.info('tray up')

  const setMenu = (): void => tray.setMenu(trayTemplate(items, pressed))

  /** The system ticks what was pressed by itself: what is true is drawn again, also where nothing came of it. */
  function pressed(ask: TrayAsk): void {
    press(verbOf(ask, now()))
    const before = items
    setImmediate(() => {
      if (!shown.ended && items === before) setMenu()
    })
  }

  return {
    paint(model) {
      const file = fileOf(model)
      if (file !== shown.file) tray.setImage(file)
      if (model.tooltip !== shown.tooltip) tray.setToolTip(model.tooltip)
      const menu = JSON.stringify(model.menu)
      if (menu !== shown.menu) {
        items = model.menu
        setMenu()
      }
      Object.assign(shown, { file, tooltip: model.tooltip, menu })
    },
    end() {
      shown.ended = true
      tray.end()
      log.info('tray down')
    },
  }
}
