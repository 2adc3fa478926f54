// Owns putting ringing together: the controller with its window, its notification and what it asks of the rest.
import { declineWords } from '../../shared/text/decline-words'
import type { Settings } from '../../shared/model/settings'
import { RingController, type RingDeps } from './ring-controller'
import type { RingWindow, RingWindowEvents } from './ring-window-kind'

export type RingParts = Omit<RingDeps, 'window' | 'sound' | 'messages'> & {
  readonly createWindow: (events: RingWindowEvents) => RingWindow
  readonly settings: () => Settings
}

export function composeRing(parts: RingParts): {
  readonly ring: RingController
  readonly window: RingWindow
} {
  const { settings } = parts
  const window = parts.createWindow({
    visible: () => ring.windowVisible(),
    lost: () => ring.update(),
  })
  const ring: RingController = new RingController({
    ...parts,
    window,
    sound: () => {
      const { ringTone, ringVolume, devices } = settings()
      return { tone: ringTone, volume: ringVolume, device: devices.ringer }
    },
    messages: () => declineWords(settings().declineMessages),
  })
  return { ring, window }
}
