// Owns putting together what is there because something is shared (shown-share.ts), and what the X server tells of windows.
import { BrowserWindow, screen, webContents, type Rectangle } from 'electron'
import type { ShareAbilities } from '../../shared/model/share'
import type { Tell, TellOne } from '../ipc'
import type { Asker } from '../ipc-dispatch'
import type { Log } from '../log/log'
import { after } from '../system/timers'
import { createBarReturns } from './bar-returns'
import { createBar } from './bar-window'
import { inPixels } from './border-geometry'
import { createScreenBorder } from './border-strips'
import { watchLock } from './lock-watch'
import type { ShareSystem } from './share-system'
import type { ScreenDisplays } from './screen-displays'
import { createShown, type Displays, type Shown, type WatchHeard } from './shown-share'
import type { SourceOffers } from './source-offers'
import { openX11 } from './x11-connection'
import { createX11Link, type X11Link } from './x11-link'
import { createX11Programs, type ProgramsOf } from './x11-programs'
import { xidOf } from './x11-properties'
import { watchX11Window } from './x11-window'

export type ShownSurroundings = {
  readonly system: ShareSystem
  readonly abilities: ShareAbilities
  readonly platform: string
  readonly preload: string
  readonly screenDisplays: ScreenDisplays
  readonly offers: Pick<SourceOffers, 'offerSuccessor' | 'takeBackSuccessor'>
  readonly iconOf: (sourceId: string) => string | null
  readonly tell: Tell
  readonly tellOne: TellOne
  readonly log: Log
}

export type ShownAndPrograms = { readonly shown: Shown; readonly programsOf: ProgramsOf }

export function composeShown(surroundings: ShownSurroundings): ShownAndPrograms {
  const { system, abilities, platform, preload, tell, log } = surroundings
  const nowMs = (): number => performance.now()
  const link = system.is === 'x11' ? createX11Link({ open: openX11, after }) : null
  const shown = createShown({
    abilities,
    createBar: (lost) => createBar({ preload, platform, log, lost }),
    createScreenBorder: () => createScreenBorder(platform),
    displays: createDisplays(surroundings.screenDisplays),
    watchWindow: (id, withBorder, heard) => (link ? watchThrough(link, id, withBorder, heard) : nothing),
    watchLock: (heard) => watchLock(platform, heard, log),
    afterLoss: createBarReturns(nowMs),
    tellBar: (now) => tell('bar.changed', now),
    tell: surroundings.tellOne,
    ...surroundings.offers,
    iconOf: surroundings.iconOf,
    bringApp,
    watchPage,
  })
  return { shown, programsOf: link ? createX11Programs(link, after) : () => Promise.resolve(new Map()) }
}

const nothing = (): void => undefined

/** Again on the next connection where one is lost. */
function watchThrough(link: X11Link, sourceId: string, withBorder: boolean, heard: WatchHeard): () => void {
  const window = xidOf(sourceId)
  if (window === null) return nothing
  let stopWatch = nothing
  const release = link.hold((x11) => {
    stopWatch()
    const screens = (): readonly Rectangle[] =>
      screen.getAllDisplays().map((display) => inPixels(display.bounds, display.scaleFactor))
    const inDip = (bounds: Rectangle): Rectangle =>
      inPixels(bounds, 1 / screen.getPrimaryDisplay().scaleFactor)
    stopWatch = watchX11Window({
      ...{ x11, window, withBorder, heard, screens, inDip, after },
      nowMs: () => performance.now(),
    })
  })
  return () => {
    stopWatch()
    release()
  }
}

function watchPage(asker: Asker, gone: () => void): () => void {
  const contents = webContents.fromId(asker)
  contents?.once('destroyed', gone)
  return () => void contents?.off('destroyed', gone)
}

function bringApp(asker: Asker): void {
  const contents = webContents.fromId(asker)
  const window = contents ? BrowserWindow.fromWebContents(contents) : null
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function createDisplays(screenDisplays: ScreenDisplays): Displays {
  return {
    ofScreen: (sourceId) => screenDisplays.find(sourceId, screen.getAllDisplays()),
    of: (bounds) => screen.getDisplayMatching(bounds),
    current: () => screen.getDisplayNearestPoint(screen.getCursorScreenPoint()),
    hear(changed) {
      screen.on('display-added', changed)
      screen.on('display-removed', changed)
      screen.on('display-metrics-changed', changed)
      return () => {
        screen.off('display-added', changed)
        screen.off('display-removed', changed)
        screen.off('display-metrics-changed', changed)
      }
    },
  }
}
