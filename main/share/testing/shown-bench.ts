// Owns what is there because something is shared with everything around it in memory: it tells what was begun and what was told.
import type { ShareShown } from '../../../shared/model/share'
import { createShown, type ShownParts, type WatchHeard } from '../shown-share'

export const ASKER = 7
export const ID = 'window:42:0'
export const WINDOW: ShareShown = {
  ...{ sourceId: ID, kind: 'window', title: 'notes.txt', startedAt: 5 },
  ...{ held: null, seen: '', isTroubled: false },
}
export const SCREEN: ShareShown = { ...WINDOW, sourceId: 'screen:1:0', kind: 'screen' }
export const rect = (x: number, width: number) => ({ x, y: 0, width, height: 900 })
export const LEFT = { bounds: rect(0, 1600), workArea: rect(0, 1500) }
export const RIGHT = { bounds: rect(1600, 1600), workArea: rect(1600, 1500) }

type Changes = Partial<Pick<ShownParts, 'abilities' | 'afterLoss' | 'displays'>>

export function shownBench(changes: Changes = {}) {
  const told: unknown[] = []
  /** What was begun and isn't ended. */
  const open: string[] = []
  const seen: {
    heard: WatchHeard | null
    lost: () => void
    locked: (is: boolean) => void
    gone: () => void
  } = {
    heard: null,
    lost: () => undefined,
    locked: () => undefined,
    gone: () => undefined,
  }
  const begin = (what: string) => {
    open.push(what)
    return () => {
      if (open.includes(what)) open.splice(open.indexOf(what), 1)
    }
  }
  const shown = createShown({
    abilities: { bar: true, border: { screen: 'ours', window: 'ours' } },
    createBar: (lost) => {
      const end = begin('bar')
      seen.lost = () => {
        end()
        lost()
      }
      return {
        placeOn: (area) => void told.push(['bar on', area.x]),
        fit: (heightPx) => void told.push(['bar is tall', heightPx]),
        raise: () => void told.push('bar raised'),
        keepOnDisplay: () => undefined,
        end,
      }
    },
    createScreenBorder: () => ({
      placeOn: (display) => void told.push(['border', display?.x ?? null]),
      end: begin('border'),
    }),
    displays: {
      ofScreen: () => RIGHT,
      of: () => RIGHT,
      current: () => LEFT,
      hear: () => begin('displays'),
    },
    watchWindow: (id, withBorder, heard) => {
      seen.heard = heard
      return begin(`${id} ${withBorder ? 'with' : 'without'} border`)
    },
    watchLock: (heard) => {
      seen.locked = heard
      return begin('lock')
    },
    afterLoss: () => 'comes-back',
    tellBar: ({ title }) => void told.push(['bar says', title]),
    tell: (asker, name, payload) => void told.push([asker, name, payload]),
    offerSuccessor: (_asker, { name }) => {
      if (!open.includes('offer')) open.push('offer')
      return `offered ${name}`
    },
    takeBackSuccessor: () => {
      if (open.includes('offer')) open.splice(open.indexOf('offer'), 1)
    },
    iconOf: (id) => (id === ID ? 'icon' : null),
    bringApp: (asker) => void told.push(['app to the front', asker]),
    watchPage: (_asker, gone) => {
      seen.gone = gone
      return begin('page')
    },
    ...changes,
  })
  return { shown, told, open, seen }
}
