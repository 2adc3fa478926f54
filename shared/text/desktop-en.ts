// Owns the few words that main itself shows: native questions and the menu. Everything in the page is en.ts.
import { MAX_LINK_CHARS } from '../protocol/limits'
import { countedNoun } from './plural'

export const desktopEn = {
  appName: 'Parley',
  sharingBar: 'Parley sharing',
  sharingBorder: 'Parley sharing border',
  ringWindow: 'Parley call',
  staysBehind: {
    message: 'Parley stays in the tray, so that you can be rung.',
    detail: 'A press on its icon opens it again. Quit Parley there, or with its own key.',
    stay: 'Keep it in the tray',
    quit: 'Quit instead',
    test: 'Ring me in 10\u00a0seconds',
  },
  /** Of a press on a notification, where a desktop shows that as a button. */
  openNotice: 'Open Parley',
  missed: {
    somebody: 'Somebody without a name',
    one: (name: string) => `Missed call from ${name}`,
    many: countedNoun('missed call', 'missed calls'),
    from: (names: string, more: number) => (more > 0 ? `${names} and ${String(more)} more` : names),
    tooLate: (name: string) =>
      `You answered ${name}, but Parley's window had stopped and was back too late to take the call.`,
    callBack: 'Call back',
    show: 'Show',
  },
  /** To the system, where it asks the user. */
  loginReason: 'To be rung from the moment you log in.',
  ring: {
    somebody: 'Somebody without a name',
    calls: (name: string) => `${name} is calling`,
    withVideo: 'With picture and sound.',
    withSound: 'With sound.',
    notNamesake: (name: string) => `Not the ${name} in your contacts.`,
    accept: 'Accept',
    endAndAccept: 'End and accept',
    decline: 'Decline',
    /** As the caller's name, where a call would show one. */
    testName: 'Your own test',
    testTitle: 'Your own test rings',
    testBody: 'Nobody is calling. Either button ends it.',
  },
  quitQuestion: {
    message: 'You are in a call.',
    detail: 'Quitting Parley hangs up.',
    hangUp: 'Hang up and quit',
    stay: 'Stay in the call',
  },
  backup: {
    kind: 'Parley identity',
    saveTitle: 'Save my identity',
    openTitle: 'Restore a saved identity',
    fileName: 'parley-identity.json',
  },
  deletion: {
    title: 'Not everything is deleted yet',
    left: (folder: string, names: string) =>
      `Another program holds ${names} in ${folder}. Close it, then start Parley again: it goes on deleting.`,
  },
  pageGone: {
    message: 'This window stopped working twice.',
    detail: 'Nobody can ring you until it is loaded again. Your contacts and settings are safe.',
    reload: 'Load again',
    quit: 'Quit Parley',
  },
  /** For whoever started it from a terminal. Each begins with the app's name: build/start/app-output.mjs. */
  terminal: {
    runsAlready:
      'Parley runs already: its window was brought to the front. A second person on this computer: npm start -- --profile NAME',
    wrongProfile:
      'Parley: --profile takes a name of letters and digits, with - or _ between them, at most 40.',
    version: (version: string) => `Parley ${version}`,
    handedOver: (what: string) => `Parley runs already and was asked to ${what}.`,
    nothingToDo: 'Parley runs already.',
    notRunning: "Parley isn't running, so there is no call to answer or to end.",
    asked: {
      accept: 'accept the call',
      decline: 'decline the call',
      mute: 'mute the microphone',
      unmute: 'unmute the microphone',
      'hang-up': 'hang up',
      'offer-link': 'offer the link',
      open: 'come to the front',
    },
    complaint: {
      'link-missing': 'Parley: --call takes a call link, as in --call parley://call/…',
      'not-a-link': "Parley: what follows --call isn't a call link. Copy the whole link and try it again.",
      'link-too-long': `Parley: a call link has at most ${MAX_LINK_CHARS} characters; this one has more.`,
      'takes-no-value': (word: string) => `Parley: ${word} stands alone, without = behind it.`,
      'too-many': 'Parley: too much is asked at once.',
    },
    help: [
      'Usage: parley [LINK] [options]',
      '',
      'A call link is offered in the window; it never calls by itself.',
      '',
      'To the Parley that runs:',
      '  --accept         accept the call that rings, as the caller called',
      '  --accept-sound   accept it without your picture',
      '  --decline        decline it',
      '  --mute           mute your microphone',
      '  --unmute         unmute it',
      '  --hang-up        end the call',
      'To the Parley that runs, or to a new one:',
      '  --call LINK      offer this link',
      '  --open           bring the window to the front',
      'Of a start:',
      '  --hidden         show no window',
      '  --profile=NAME   as a second person on this computer',
      '  --version        say the version',
      '  --help           say this',
      '',
      'It ends with 0 where all was handed over, otherwise with 1.',
    ].join('\n'),
  },
  menu: {
    app: 'Parley',
    file: 'File',
    edit: 'Edit',
    close: 'Close window',
    quit: 'Quit Parley',
    develop: 'Develop',
  },
} as const

export type RingWords = typeof desktopEn.ring
export type MissedWords = typeof desktopEn.missed
