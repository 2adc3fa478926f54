// Owns the words of the sharing bar. Apart from en.ts, because the bar's page is its own and small.
import type { ShownHeld } from '../model/share'

const HELD: Readonly<Record<ShownHeld, string>> = {
  paused: 'Paused',
  minimised: 'Window is minimised',
  'other-desktop': 'Window is on another desktop',
  hidden: 'Window is hidden',
  locked: 'Screen is locked',
  lost: 'Window was closed',
  'came-back': 'Window is open again',
}

export const barWords = {
  label: 'Sharing',
  nameless: { screen: 'Your screen', window: 'A window' },
  switch: { screen: 'Switch screen', window: 'Switch window' },
  pause: 'Pause',
  resume: 'Go on',
  goOn: 'Continue',
  goOnLabel: (title: string) => `Continue with “${title}”`,
  /** Another window of the same program. */
  otherOpened: (title: string) => `“${title}” is open`,
  endsIn: (time: string) => `sharing ends in ${time}`,
  stop: 'Stop',
  stopLabel: 'Stop sharing',
  open: 'Open Parley',
  held: HELD,
} as const
