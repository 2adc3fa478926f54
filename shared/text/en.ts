// Owns every word of the interface, by key: what all screens share, joined with the en- files beside it.
// Sentences chosen from a code are en-codes.ts. Sentence case; says who, what and what next; a button names its result;
// a number keeps its unit (no-break space).
import { callWords } from './en-call'
import { homeWords } from './en-home'
import { textsWords } from './en-texts'
import { viewingWords } from './en-viewing'
import { shareWords } from './en-share'

const nb = '\u00a0'

export const text = {
  app: {
    name: 'Parley',
    starting: 'Starting Parley',
    callWith: (name: string) => `${name} – Parley`,
    /** Blinks in a guest's tab bar. */
    ringsInTab: '● Incoming call',
    isCalling: (name: string) => `${name} is calling – Parley`,
    unnamed: 'Not in your contacts',
    otherSide: 'The other side',
    close: 'Close',
    cancel: 'Cancel',
    dismiss: 'Dismiss',
    tryAgain: 'Try again',
    unsupported: "Calls don't work in this browser",
    somethingBroke: 'Parley stopped drawing this window',
    somethingBrokeNext:
      'Your contacts, settings and link are safe. Load the window again; a running call ends.',
    loadAgain: 'Load again',
    notLoaded: "This comes from the server, which doesn't answer now. Try again in a moment.",
  },
  unsupported: {
    lacks: {
      'not-secure': 'This page came over plain http, where browsers give a page neither camera nor keys.',
      'no-webrtc': "This browser can't send sound and picture to another one.",
      'no-crypto': "This browser can't keep a key.",
      'not-chromium': 'This browser lacks parts that calls need here.',
    },
    instead:
      'Open the link in a current Chrome, Chromium or Edge, at an address that begins with https. Or use the Parley app.',
  },
  time: {
    today: 'Today',
    yesterday: 'Yesterday',
    seconds: (n: number) => `${n}${nb}s`,
    minutes: (n: number) => `${n}${nb}min`,
    hours: (hours: number, minutes: number) =>
      minutes === 0 ? `${hours}${nb}h` : `${hours}${nb}h ${minutes}${nb}min`,
  },
  settings: {
    title: 'Settings',
    name: 'Your name',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    prewarm: 'Connect faster to contacts',
    prewarmHint:
      "Connects while it still rings, so that sound and picture are there at once. Your contacts' apps learn your network address before you accept, unless relay only is on.",
    stun: 'STUN servers',
    stunHint: 'Used on servers that hand out none, such as the public PeerJS cloud. One address a line.',
    stunWrong: (line: string) => `“${line}” isn't a STUN address. One looks like stun:stun.example.org:3478.`,
    stunTooMany: 'Eight STUN servers are enough.',
    kept: {
      keyring: "Kept in this computer's keyring.",
      file: 'This computer has no working keyring, so the key lies in a file that only you can read.',
      browser: "Kept by this browser. Clearing the browser's data for this page ends your link.",
    },
    notSaved: "That couldn't be saved.",
  },
  keys: {
    title: 'All keys',
    groups: {
      everywhere: 'Everywhere',
      rung: 'When it rings',
      call: 'In a call',
      sharing: 'While you share',
      viewing: 'While you look at what is shared',
    },
    actions: {
      pasteLink: 'Go to the call link field',
      copyLink: 'Copy my link',
      searchPeople: 'Search people',
      settings: 'Settings',
      allKeys: 'All keys',
      allKeysSign: 'All keys',
      acceptVideo: 'Accept with video',
      acceptSound: 'Accept with sound',
      decline: 'Decline',
      declineMessage: 'Decline with a message',
      silence: 'Switch the tone off',
      mute: 'Mute or unmute',
      camera: 'Camera on or off',
      connection: 'Connection',
      fullScreen: 'Full screen',
      devices: 'Devices',
      texts: 'Texts',
      hangUp: 'Hang up or cancel',
      zoomIn: 'Larger',
      zoomOut: 'Smaller',
      zoomFit: 'Fit to window',
      zoomFull: 'Full size',
      panLeft: 'Move left',
      panRight: 'Move right',
      panUp: 'Move up',
      panDown: 'Move down',
      copyStill: 'Copy a still',
      share: 'Share a window or screen, or switch to another',
      pauseShare: 'Pause sharing or go on',
      stopShare: 'Stop sharing',
    },
    letters: 'Single letters and signs work as keys',
    lettersHint: 'While no field has the focus. Keys with Ctrl, Alt or Cmd always work.',
  },
  ...homeWords,
  ...callWords,
  ...textsWords,
  ...viewingWords,
  ...shareWords,
}
