// Owns the words of picking what to share. Apart from en.ts, because the picker is loaded after the first screen.
import { counted, countedNoun } from './plural'

const nb = '\u00a0'
const windows = countedNoun('window', 'windows')

export const pickerWords = {
  title: { start: 'Share a window or screen', switch: 'Switch to another window or screen' },
  kinds: 'What to share',
  screens: 'Screens',
  windows: 'Windows',
  search: 'Search',
  searchWindows: 'Search title or program',
  searchScreens: 'Search screens',
  lately: 'Shared lately',
  openWindows: 'Open windows',
  named: (title: string, program: string) => `${title}, ${program}`,
  stack: (program: string, count: number) => `${program}, ${windows(count)}`,
  looking: 'Looking for open windows',
  left: counted({
    one: () => 'One more window is open and not listed. Close some windows to see it.',
    other: (n) => `${n} more windows are open and not listed. Close some to see them.`,
  }),
  noPicture: 'No picture',
  found: counted({ one: () => 'One found', other: (n) => `${n} found` }),
  noMatch: {
    window: (search: string) => `No open window matches “${search}”`,
    screen: (search: string) => `No screen matches “${search}”`,
  },
  noMatchNext: 'Open the window you mean and it appears here by itself.',
  clearSearch: 'Clear search',
  empty: { window: 'No window is open', screen: 'No screen is found' },
  emptyNext: {
    window: 'Open the window you mean and it appears here by itself, or share a screen.',
    screen: 'Connect one and it appears here by itself, or share a window.',
  },
  denied: (system: string) => `${system} doesn't let Parley see windows yet`,
  deniedNext: {
    macOS: 'Turn on Parley in the list under Screen Recording, then come back. The call goes on meanwhile.',
    other:
      "Allow Parley to record the screen in the system's settings, then come back. The call goes on meanwhile.",
  },
  openSettings: (system: string) => (system === 'macOS' ? 'Open System Settings' : 'Open settings'),
  checkAgain: 'Check again',
  failed: 'The system gave no list of windows',
  failedNext: 'The call goes on. Try again, or close this and go on talking.',
  panel: 'Preview and options',
  chooseFirst: (name: string) => `Choose a window or screen to see it here first. ${name} sees nothing yet.`,
  chooseNext: (name: string, title: string) =>
    `Choose a window or screen to see it here first. ${name} goes on seeing “${title}”.`,
  preview: (title: string) => `Preview of ${title}`,
  opening: 'Opening the preview',
  lookCloser: 'Look closer',
  lookFromAfar: 'Back to the list',
  sharedNow: 'Shared now',
  gone: (title: string) => `“${title}” was closed. Choose another one.`,
  showsNothing: 'It gives no picture now. It may be minimised or on another desktop; bring it to the front.',
  size: (width: number, height: number) => `${width}${nb}×${nb}${height}`,
  bestFor: 'Best for',
  text: 'Text',
  motion: 'Motion',
  frames: 'Frames a second',
  resolution: 'Resolution',
  limits: { native: 'As it is', '1440p': 'Up to 1440p', '1080p': 'Up to 1080p', '720p': 'Up to 720p' },
  sound: 'With its sound',
  noSound: {
    window: 'Only for whole screens',
    'would-echo': 'Not on Linux: the call itself would be heard again',
    'system-too-old': 'This version of the system would send the call itself again',
    'not-reliable': 'Not on macOS yet: some versions send silence',
    'not-in-browser': 'Only in the Parley app',
  },
  needs: (megabits: string) => `Needs about ${megabits}${nb}Mb/s.`,
  have: (megabits: string) => `You have about ${megabits}.`,
  haveLess: (megabits: string) => `You have about ${megabits}, so it gets fewer frames.`,
  seesAll: (name: string) => `${name} sees everything on this screen, notifications too.`,
  seesAllAndUs: (name: string) => `${name} sees everything on this screen, notifications and Parley too.`,
  go: {
    start: { screen: 'Share this screen', window: 'Share this window' },
    switch: { screen: 'Switch to this screen', window: 'Switch to this window' },
  },
}
