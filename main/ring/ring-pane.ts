// Owns the ring window on the screen: small, above everything, never taking the keyboard, left out of captures where the
// system can. When there is one is ring-window.ts.
import { BrowserWindow, screen, type Rectangle } from 'electron'
import { desktopEn } from '../../shared/text/desktop-en'
import { kindOfError } from '../log/log'
import { RING_PAGE } from '../scheme/app-origin'
import { AWAKE_PAGE, LOCKED_PAGE } from '../window/locked-page'
import { OVERLAY } from '../window/overlay-window'
import { raisedColour } from '../window/theme'
import type { RingPane } from './ring-pane-kind'
import { ringPlace } from './ring-place'

export type RingPaneOptions = {
  readonly preload: string
  readonly platform: string
}

/** So that each answer has its words on one line. */
const WIDTH = 416
/** Until its page has said how tall it is. */
const FIRST_HEIGHT = 208

/** `lost`: closed by the system or somebody else, or its page died. Never after `end`. */
export function openRingPane(
  options: RingPaneOptions,
  isShown: boolean,
  lost: (why: string) => void,
): RingPane {
  const { platform } = options
  const window = openWindow(options, isShown)
  let area = areaOfPointer()
  let height = FIRST_HEIGHT
  let ended = false

  function end(): void {
    if (ended) return
    ended = true
    if (!window.isDestroyed()) window.destroy()
  }

  function lose(why: string): void {
    if (ended) return
    end()
    lost(why)
  }

  const place = (): void => setBounds(window, ringPlace(area, { width: WIDTH, height }, platform))

  place()
  window.once('closed', () => lose('closed'))
  window.webContents.once('render-process-gone', (_event, { reason }) => lose(reason))
  window.loadURL(RING_PAGE).catch((error: unknown) => lose(kindOfError(error)))

  return {
    contentsId: window.webContents.id,
    fit(heightPx) {
      height = heightPx
      if (!ended) place()
    },
    reveal() {
      if (ended) return
      area = areaOfPointer()
      place()
      window.showInactive()
      window.moveTop()
    },
    conceal() {
      if (!ended) window.hide()
    },
    isVisible: () => !ended && window.isVisible(),
    end,
  }
}

function setBounds(window: BrowserWindow, next: Rectangle): void {
  const now = window.getBounds()
  const isSame =
    now.x === next.x && now.y === next.y && now.width === next.width && now.height === next.height
  if (!isSame) window.setBounds(next)
}

/** The user is where the pointer is. */
const areaOfPointer = () => screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea

function windowOptions(
  { preload, platform }: RingPaneOptions,
  isShown: boolean,
): Electron.BrowserWindowConstructorOptions {
  return {
    title: desktopEn.ringWindow,
    width: WIDTH,
    height: FIRST_HEIGHT,
    ...OVERLAY,
    // On X11 window managers give the keyboard to a new window that can have it; elsewhere a click may give it, so that
    // one can answer by keys.
    focusable: platform !== 'linux',
    alwaysOnTop: true,
    acceptFirstMouse: true,
    backgroundColor: raisedColour(),
    // Where it is only heard, the page is to know that it isn't seen.
    paintWhenInitiallyHidden: isShown,
    ...typeOn(platform),
    webPreferences: { preload, ...LOCKED_PAGE, ...AWAKE_PAGE },
  }
}

function typeOn(platform: string): { readonly type?: string } {
  if (platform === 'darwin') return { type: 'panel' }
  return platform === 'win32' ? { type: 'toolbar' } : {}
}

function openWindow(options: RingPaneOptions, isShown: boolean): BrowserWindow {
  const window = new BrowserWindow(windowOptions(options, isShown))
  window.setAlwaysOnTop(true, 'screen-saver')
  // Without the last option macOS takes the app's icon from the Dock for a moment.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  window.setContentProtection(true)
  return window
}
