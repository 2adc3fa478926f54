// Owns the sharing bar's window: small, above everything, never taking the keyboard, left out of captures where the system
// can. What it says is its page's (renderer/sharebar); how long there is one is shown-share.ts.
import { BrowserWindow, screen, type Rectangle } from 'electron'
import { desktopEn } from '../../shared/text/desktop-en'
import { kindOfError, type Log } from '../log/log'
import { BAR_PAGE } from '../scheme/app-origin'
import { LOCKED_PAGE } from '../window/locked-page'
import { OVERLAY } from '../window/overlay-window'
import { nearestPlace, topCentre } from './bar-place'

export interface Bar {
  /** To the top of this display, unless it is there already. */
  placeOn(area: Rectangle): void
  readonly fit: (heightPx: number) => void
  /** Above whatever was raised meanwhile. */
  raise(): void
  /** Puts it back on a display where its own is gone. */
  keepOnDisplay(): void
  end(): void
}

export type BarOptions = {
  readonly preload: string
  readonly platform: string
  readonly log: Log
  /** Closed by the system or somebody else, or its page died. There is no bar now. */
  readonly lost: () => void
}

/** So that what a viewer sees fits: "12:47, Ben sees 1280 × 720, 12 fps". */
const WIDTH = 480
const HEIGHT = 44
const TALLEST = 240
/** `--stage-raised`. */
const GROUND = '#1b201e'

export function createBar(options: BarOptions): Bar {
  const { log } = options
  const window = new BrowserWindow(windowOptions(options))
  let area: Rectangle | null = null
  let ended = false

  function end(): void {
    if (ended) return
    ended = true
    if (!window.isDestroyed()) window.destroy()
  }

  function lose(why: string): void {
    if (ended) return
    log.info('bar lost', { why })
    end()
    options.lost()
  }

  stayOnTop(window, options.platform)
  followDrag(window)
  window.once('closed', () => lose('closed'))
  window.webContents.once('render-process-gone', (_event, { reason }) => lose(reason))
  window.once('ready-to-show', () => {
    if (!ended) window.showInactive()
  })
  window.loadURL(BAR_PAGE).catch((error: unknown) => lose(kindOfError(error)))

  return {
    placeOn(next) {
      if (ended || (area !== null && isSame(area, next))) return
      area = next
      const { x, y } = topCentre(next, window.getBounds())
      window.setPosition(x, y)
    },
    fit(heightPx) {
      if (ended) return
      const height = Math.max(HEIGHT, Math.min(heightPx, TALLEST))
      const now = window.getBounds()
      if (now.height !== height) window.setBounds({ ...now, width: WIDTH, height })
    },
    raise() {
      if (!ended && window.isVisible()) window.moveTop()
    },
    keepOnDisplay() {
      if (!ended) moveTo(window, window.getBounds())
    },
    end,
  }
}

function windowOptions({ preload, platform }: BarOptions): Electron.BrowserWindowConstructorOptions {
  return {
    title: desktopEn.sharingBar,
    width: WIDTH,
    height: HEIGHT,
    ...OVERLAY,
    acceptFirstMouse: true,
    backgroundColor: GROUND,
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: { preload, ...LOCKED_PAGE },
  }
}

function stayOnTop(window: BrowserWindow, platform: string): void {
  window.setAlwaysOnTop(true, platform === 'darwin' ? 'screen-saver' : 'pop-up-menu')
  // Without the last option macOS takes the app's icon from the Dock for a moment.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  window.setContentProtection(true)
}

function followDrag(window: BrowserWindow): void {
  window.webContents.on('content-bounds-updated', (event, bounds) => {
    // Only where it is: a page's own moves are never smaller than 100 pixels.
    event.preventDefault()
    moveTo(window, bounds)
  })
}

function moveTo(window: BrowserWindow, wanted: Rectangle): void {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { x, y } = nearestPlace(wanted, window.getBounds(), areas)
  window.setPosition(x, y)
}

const isSame = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
