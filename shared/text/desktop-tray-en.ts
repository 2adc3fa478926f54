// Owns the words of the tray: its tooltip and its menu. What cannot be done says why in the same line.
import { counted, countedNoun } from './plural'

const missedCalls = countedNoun('missed call', 'missed calls')

export const trayWords = {
  open: 'Open Parley',
  settings: 'Settings',
  quit: 'Quit Parley',

  ready: 'Ready to ring',
  offline: 'Nobody can ring you now',

  somebody: 'Somebody without a name',
  /** Two people of one name: told apart by the beginning of the id. */
  namesake: (name: string, id: string) => `${name} (id ${id})`,

  ringing: (name: string) => `${name} is calling`,
  acceptPicture: 'Accept with picture',
  acceptSound: 'Accept with sound only',
  endAndAcceptPicture: 'End this call and accept with picture',
  endAndAcceptSound: 'End this call and accept with sound only',
  decline: 'Decline',

  call: {
    calling: (name: string) => `Calling ${name}`,
    ringing: (name: string) => `Ringing at ${name}`,
    connecting: (name: string) => `Connecting to ${name}`,
    connected: (name: string) => `In a call with ${name}`,
    reconnecting: (name: string) => `Reconnecting to ${name}`,
  },
  mute: 'Mute microphone',
  noMicrophone: 'Mute microphone: there is none',
  camera: 'Camera',
  noCamera: 'Camera: there is none',
  pauseSharing: 'Pause sharing',
  resumeSharing: 'Resume sharing',
  switchSharing: 'Share something else',
  stopSharing: 'Stop sharing',
  hangUp: 'Hang up',

  devices: { microphone: 'Microphone', speaker: 'Speaker', ringer: 'Ringer' },
  noDevices: {
    microphone: 'Microphone: none found',
    speaker: 'Speaker: none found',
    ringer: 'Ringer: none found',
  },
  followSystem: 'Follow the system',
  nameless: (kind: string, n: number) => `${kind} ${n}`,
  notThere: (label: string) => `${label} (not connected)`,

  quiet: 'Do not disturb',
  quietOff: 'Off',
  quietHalfHour: 'For 30\u00a0minutes',
  quietHour: 'For 1\u00a0hour',
  quietTillMorning: (time: string) => `Until tomorrow, ${time}`,
  quietTill: (time: string) => `Until ${time}`,
  quietForever: 'Until I switch it off',
  quietBecause: {
    sharing: 'Quiet now because you share',
    system: 'Quiet now because the system is',
  },

  missed: missedCalls,
  callBack: (name: string) => `Call ${name} back`,
  callBackOf: (name: string, times: number) => `Call ${name} back (${times})`,
  showHistory: 'Show history',
  people: 'Call',
  noPeople: 'Call: no favourites or recent people yet',
  hangUpFirst: 'Hang up before you call somebody else',
  copyLink: 'Copy my link',
  noLink: 'Copy my link: there is none yet',

  tip: {
    of: (app: string, said: string) => `${app}: ${said}`,
    and: (one: string, next: string) => `${one}, ${next}`,
    ready: 'ready to ring',
    offline: 'nobody can ring you',
    call: {
      calling: (name: string) => `calling ${name}`,
      ringing: (name: string) => `ringing at ${name}`,
      connecting: (name: string) => `connecting to ${name}`,
      connected: (name: string) => `in a call with ${name}`,
      reconnecting: (name: string) => `reconnecting to ${name}`,
    },
    muted: 'muted',
    sharing: { live: 'sharing', held: 'sharing paused' },
    quietTill: (quiet: string, time: string) => `${quiet} until ${time}`,
    quiet: { 'by-hand': 'do not disturb', sharing: 'quiet while sharing', system: 'quiet like the system' },
  },
  /** For the number on the task bar's button. */
  badge: counted({ one: () => 'One missed call', other: (n) => `${n}\u00a0missed calls` }),
} as const
