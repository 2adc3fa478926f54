// Owns the words of "Ring me in 10 seconds": what it is, how far it is, and what each step found and what to do about it.
import { counted } from './plural'

const nb = '\u00a0'
const cantBeTold = counted({ one: (n) => `${n} can’t be told here`, other: (n) => `${n} can’t be told here` })

const noRing = (what: string) => ({
  title: `${what} not tested: nothing came back from the server`,
  hint: '',
})
const quiet = (what: string) => ({ title: `${what} not tested: it is not to disturb`, hint: '' })
const [windowName, noticeName, toneName] = ['Ring window', 'Notification', 'Ring tone'] as const

export const selfTestWords = {
  begin: `Ring me in 10${nb}seconds`,
  again: 'Ring me again',
  cancel: 'Cancel',
  endRing: 'End the test',
  hint: 'Closes this window and rings as a call would, so that you see and hear that it gets through.',
  refused: {
    'in-call': 'Hang up first: a test would ring into your call.',
    rings: 'Somebody rings. Answer or decline first.',
  },
  counting: (seconds: number) => `It rings in ${seconds}${nb}s. Leave the window closed.`,
  running: {
    sending: 'Sent to your server. It rings when it comes back.',
    ringing: 'It rings now. Accept or decline it: either only ends the test.',
    looking: 'Looking at the rest',
  },
  interrupted: 'A call came, so the test ended.',
  steps: 'Steps of the test',
  verdicts: { passed: 'Passed', failed: 'Failed', unknown: 'Not known' },

  titles: {
    passed: 'It rang as a call would',
    partly: 'It rang, but not everything is well',
    quiet: 'It stayed quiet',
    silent: "It didn't ring",
  },
  tested: (time: string) => `Tested at ${time} with the window closed.`,
  answered: 'You answered it, so it reached you.',
  score: (passed: number, all: number, unknown: number) =>
    `${passed} of ${all} steps passed${unknown > 0 ? `, ${cantBeTold(unknown)}` : ''}.`,
  ms: (ms: number) => `${ms}${nb}ms`,
  decibels: (db: number) => `${db < 0 ? `−${Math.abs(db)}` : db}${nb}dB`,

  server: {
    returned: { title: 'Your server took it and brought it back', hint: '' },
    'not-connected': {
      title: 'Parley isn’t connected to your server',
      hint: 'Nobody can ring you now. Connect again, or look at the network and at the page Reachability.',
    },
    'not-taken': {
      title: 'Your server didn’t take it',
      hint: 'Connect to it again. If it stays so, its operator can see why.',
    },
    'not-returned': {
      title: `It didn’t come back within 30${nb}s`,
      hint: 'Connect to your server again. If it stays so, choose another one on the page Reachability.',
    },
  },
  tray: {
    there: { title: 'Icon in the tray', hint: '' },
    none: {
      title: 'There is no tray here',
      hint: 'Closing the window minimises it. On GNOME the extension AppIndicator brings a tray.',
    },
  },
  window: {
    shown: { title: 'Ring window shown', hint: '' },
    'not-shown': {
      title: 'The ring window wasn’t seen',
      hint: 'The desktop held it back, or this window was open. Ring again and leave it closed.',
    },
    'no-ring': noRing(windowName),
    quiet: quiet(windowName),
  },
  notification: {
    shown: { title: (server: string) => `Notification shown by ${server}`, hint: '' },
    nobody: {
      title: () => 'No program here shows notifications',
      hint: 'A missed call leaves nothing on the screen. Start the desktop’s own, or install one such as dunst or mako.',
    },
    failed: {
      title: (server: string) => `${server} refused the notification`,
      hint: 'Allow notifications of Parley in the system’s own settings.',
    },
    'not-said': {
      title: (server: string) => `Whether ${server} showed the notification can’t be told`,
      hint: 'If you saw none, allow notifications of Parley in the system’s own settings.',
    },
    'no-ring': { ...noRing(noticeName), title: () => noRing(noticeName).title },
    quiet: { ...quiet(noticeName), title: () => quiet(noticeName).title },
    noActions: 'It shows no buttons: a press on the notification opens Parley.',
    noPersistence: 'It doesn’t keep notifications: a missed call is only in the list and on the icon.',
  },
  ringer: {
    system: 'the system’s own device',
    there: { title: (device: string) => `Ringer is there: ${device}`, hint: '' },
    none: { title: () => 'There is no ringer', hint: 'Plug in a speaker or a headset.' },
    gone: {
      title: (device: string) => `${device} is gone, so it rings on the system’s own device`,
      hint: 'Plug it in, or choose another ringer.',
    },
    'turned-down': { title: () => 'The ring tone is turned down to nothing', hint: 'Turn it up.' },
    muted: {
      title: (device: string) => `Ringer is muted: ${device}`,
      hint: 'Switch its sound on in the system, or choose another ringer.',
    },
    'mute-unknown': {
      title: (device: string) => `Ringer is there: ${device}`,
      hint: 'Whether the system has it muted can’t be read here.',
    },
  },
  sound: {
    heard: { title: 'Ring tone measured as it played', hint: '' },
    silent: {
      title: 'Nothing of the ring tone was measured',
      hint: 'Choose another ringer, then ring again.',
    },
    'not-played': { title: 'No device plays the ring tone', hint: 'Plug one in, or choose another ringer.' },
    'no-ring': noRing(toneName),
    quiet: quiet(toneName),
  },
  quiet: {
    off: { title: 'Do not disturb is off', hint: '' },
    'by-hand': { title: 'Do not disturb is on', hint: 'Calls come in without a sound, and so did the test.' },
    sharing: { title: 'It is quiet because you share', hint: 'It rings again once you stop.' },
  },
  systemQuiet: {
    off: { title: 'The system’s own do not disturb is off', hint: '' },
    followed: {
      title: 'The system’s own do not disturb is on',
      hint: 'Parley follows it. Switch it off there, or let Parley ring all the same.',
    },
    ignored: {
      title: 'The system’s own do not disturb is on',
      hint: 'Parley rings all the same, but the system may hold the notification back. Switch it off there.',
    },
    unknown: { title: 'The system’s own do not disturb can’t be read here', hint: '' },
  },
  login: {
    on: 'Starts at login, hidden',
    off: 'Doesn’t start at login',
    offHint: 'Until you open Parley after a login, nobody can ring you.',
    waits: 'Start at login waits for you',
    impossible: 'Can’t start at login here',
    unknown: 'Whether it starts at login can’t be read here',
  },

  remedies: {
    reconnect: 'Connect again',
    'start-at-login': 'Start at login',
    'end-quiet': 'Turn off do not disturb',
    'ring-all-the-same': 'Ring all the same',
    'choose-ringer': 'Choose ringer',
    'set-volume': 'Set volume',
  },
  done: 'Done. Ring me again to see that it helps.',
}
