// Owns putting the ring window together with the system's own windows.
import type { TellOne } from '../ipc'
import type { Log } from '../log/log'
import { openRingPane } from './ring-pane'
import { RingWindowKeeper } from './ring-window'
import type { RingWindow, RingWindowEvents } from './ring-window-kind'

export type SystemRingWindowParts = {
  readonly preload: string
  readonly platform: string
  readonly tellOne: TellOne
  readonly log: Log
}

export function systemRingWindow(
  { preload, platform, tellOne, log }: SystemRingWindowParts,
  events: RingWindowEvents,
): RingWindow {
  return new RingWindowKeeper(
    {
      open: (isShown, lost) => openRingPane({ preload, platform }, isShown, lost),
      tell: (contentsId, shown) => tellOne(contentsId, 'ringwindow.changed', shown),
      log,
    },
    events,
  )
}
