// Owns the people, calls and devices that the gallery's screens show. Invented.
import type { CallRecord } from '../../shared/model/call-record'
import type { Contact } from '../../shared/model/contact'
import type { EndReason } from '../../shared/model/call'
import type { CallView } from '../features/calls/calls-store'
import type { DevicesState } from '../features/devices/devices-store'
import type { StatsSample } from '../features/stats/stats-store'
import { GALLERY_NOW } from './gallery-clock'

const hex = (digit: string) => digit.repeat(32)
export const BEN = { id: 'b41be07a9d52c3f1aa72e9041c6d85f2', name: 'Ben Okafor' }
export const DALIA = { id: hex('d'), name: 'Dalia Rahman' }
export const CHIDI = { id: hex('c'), name: 'Chidi Eze' }
export const LONG = { id: hex('3'), name: 'Maximiliane-Henriette von Oldenburg-Wassermann' }
export const HUNDRED = {
  id: hex('4'),
  name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepf',
}
export const RIGHT_TO_LEFT = { id: hex('5'), name: 'محمد عبد الرحمن' }
export const EMOJI = { id: hex('6'), name: '👩‍🚀🇵🇹 Zoë 🎻' }
export const STRANGER = { id: hex('9'), name: '' }
/** Somebody else who calls themselves like a contact. */
export const NAMESAKE_OF_BEN = { id: hex('2'), name: 'Bеn Okafor', namesake: 'Ben Okafor' }
export const SERVER = 'https://call.oak-lane.example/'

export const link = (id: string): string => `parley://call/${id}?server=${encodeURIComponent(SERVER)}`

export const CONTACTS: readonly Contact[] = [BEN, DALIA, CHIDI, LONG].map(({ id, name }) => ({
  id,
  name,
  server: SERVER,
  addedAt: GALLERY_NOW,
  favourite: false,
  notes: '',
  picture: null,
}))

const MINUTE = 60_000
const at = (daysAgo: number, hours: number, minutes: number): number => {
  const day = new Date(GALLERY_NOW)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysAgo, hours, minutes).getTime()
}

let count = 0
type Who = { readonly id: string; readonly name: string; readonly namesake?: string }
type How = Partial<Pick<CallRecord, 'direction' | 'reason' | 'talkedMs' | 'callBack'>>

function record(who: Who, startedAt: number, how: How = {}): CallRecord {
  count += 1
  return {
    callId: count.toString(16).padStart(32, '0'),
    // The lists below begin with the newest.
    n: 1_000 - count,
    ...who,
    startedAt,
    direction: 'outgoing',
    video: true,
    reason: 'ended-by-me',
    talkedMs: 0,
    callBack: link(who.id),
    ...how,
  }
}

const missed = { direction: 'incoming', reason: 'missed' } as const

export const RECORDS: readonly CallRecord[] = [
  record(BEN, at(0, 12, 4), { talkedMs: 48 * MINUTE }),
  record(DALIA, at(0, 10, 42), missed),
  record(CHIDI, at(0, 9, 15), { direction: 'incoming', talkedMs: 6 * MINUTE }),
  record(LONG, at(1, 19, 20), { direction: 'incoming', talkedMs: 72 * MINUTE }),
  record(BEN, at(1, 17, 2), { reason: 'no-answer' }),
  record(STRANGER, at(1, 14, 31), missed),
  record(DALIA, at(1, 11, 58), { talkedMs: 23 * MINUTE }),
  record({ id: hex('8'), name: 'Inês Duarte' }, at(4, 16, 10), { reason: 'busy' }),
  record({ id: hex('7'), name: 'Office door' }, at(12, 8, 1), { ...missed, callBack: null }),
]

export const ODD_RECORDS: readonly CallRecord[] = [
  record(HUNDRED, at(0, 12, 4), { talkedMs: 48 * MINUTE }),
  record(RIGHT_TO_LEFT, at(0, 11, 0), missed),
  record(EMOJI, at(0, 9, 15), { reason: 'identity-mismatch' }),
  record(LONG, at(0, 8, 2), { reason: 'could-not-connect' }),
]

export function call(who: Who, change: Partial<CallView> = {}): CallView {
  return {
    callId: hex('e'),
    direction: 'outgoing',
    person: { ...who, isContact: CONTACTS.some(({ id }) => id === who.id) },
    video: true,
    phase: { name: 'connected', sinceMs: 3_600_000 - 767_000 },
    local: { microphone: { is: 'on' }, camera: { is: 'on' } },
    remote: { microphone: 'on', camera: 'on', screen: null },
    callBack: link(who.id),
    ...change,
  }
}

export function ended(
  who: Who,
  reason: EndReason,
  change: Partial<CallView> & { talkedMs?: number } = {},
): CallView {
  const { talkedMs = 0, ...rest } = change
  return call(who, { phase: { name: 'ended', reason, talkedMs }, remote: null, ...rest })
}

const headset = { id: 'mic-1', label: 'Headset (Jabra Evolve2 65)' }
const builtIn = { id: 'mic-2', label: 'Built-in microphone' }
const speakers = [
  { id: 'out-1', label: 'Headset (Jabra Evolve2 65)' },
  { id: 'out-2', label: 'Built-in speakers' },
]
const cameras = [
  { id: 'cam-1', label: 'Studio Display Camera' },
  { id: 'cam-2', label: 'Integrated Webcam, front, with a long name that somebody at a factory chose' },
]
const calm = { trouble: null, replaced: null } as const

export const DEVICES: DevicesState = {
  microphone: { available: [headset, builtIn], wished: null, effective: headset, ...calm },
  camera: { available: cameras, wished: cameras[0] ?? null, effective: cameras[0] ?? null, ...calm },
  speaker: { available: speakers, wished: null, effective: speakers[0] ?? null, ...calm },
  ringer: { available: speakers, wished: speakers[1] ?? null, effective: speakers[1] ?? null, ...calm },
}

export const HEADSET_GONE: DevicesState = {
  ...DEVICES,
  microphone: {
    available: [builtIn],
    wished: headset,
    effective: builtIn,
    trouble: null,
    replaced: { gone: headset, now: builtIn },
  },
}

const RTT_MS = [
  23, 22, 25, 24, 24, 26, 31, 44, 52, 40, 27, 24, 23, 24, 25, 26, 24, 23, 24, 27, 25, 24, 24, 23, 25, 24,
]

export const SAMPLES: readonly StatsSample[] = Array.from({ length: 60 }, (_, second) => ({
  atMs: 3_540_000 + second * 1000,
  rttMs: RTT_MS[(second * 7) % RTT_MS.length] ?? 24,
  route: 'direct',
  busy: false,
  received: {
    width: 1280,
    height: 720,
    fps: 30,
    kbps: 1912,
    jitterMs: 3,
    lossPct: 0.1,
    freezes: 0,
    freezeMs: 0,
    videoCodec: 'VP9',
    audioCodec: 'Opus',
  },
  sent: {
    width: 1280,
    height: 720,
    fps: 30,
    kbps: 1704,
    jitterMs: 4,
    lossPct: 0,
    freezes: 1,
    freezeMs: 400,
    videoCodec: 'VP9',
    audioCodec: 'Opus',
  },
}))

/** The same, on a line that was lost for some seconds and then bad. */
export const BAD_SAMPLES: readonly StatsSample[] = SAMPLES.map((sample, second) => ({
  ...sample,
  rttMs: second > 20 && second < 26 ? null : (sample.rttMs ?? 0) * (second > 34 ? 9 : 2),
  sent: { ...sample.sent, lossPct: second > 34 && second % 3 > 0 ? 7.5 : 0 },
}))
