// Owns the words of the sharing bar. Apart from en.ts, because the bar's page is its own and small.
import type { HeldReason } from '../model/share'

const HELD: Readonly<Record<HeldReason, string>> = {
  paused: 'Paused',
  minimised: 'Window is minimised',
  'other-desktop': 'Window is on another desktop',
  hidden: 'Window is hidden',
  locked: 'Screen is locked',
}

export const barWords = {
  label: 'Sharing',
  nameless: { screen: 'Your screen', window: 'A window' },
  switch: { screen: 'Switch screen', window: 'Switch window' },
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  stopLabel: 'Stop sharing',
  open: 'Open Parley',
  held: HELD,
} as const
