// Owns the scenarios of ringing, of a call, and of its end.
import {
  BAD_SAMPLES,
  BEN,
  NAMESAKE_OF_BEN as NAMESAKE,
  CHIDI,
  DALIA,
  EMOJI,
  HEADSET_GONE,
  HUNDRED,
  LONG,
  SAMPLES,
  STRANGER,
  call,
  ended,
} from './people-in-pictures'
import type { ScenarioName } from './scenario-names'
import { ANA_FACE, BEN_FACE } from './people-faces'
import { atEnd, none, quiet, settings, talking, type Scenario, type Tracks } from './scenario-parts'

const OWN_PICTURE = 'a'.repeat(32)

type RingName = Extract<ScenarioName, `incoming${string}` | `outgoing${string}`>

export function ringScenarios({ ana }: Tracks): Readonly<Record<RingName, Scenario>> {
  return {
    incoming: atEnd(call(BEN, { direction: 'incoming', phase: { name: 'ringing' }, remote: null })),
    'incoming-stranger': atEnd(
      call(STRANGER, { direction: 'incoming', phase: { name: 'ringing' }, remote: null, video: false }),
    ),
    'incoming-long-name': atEnd(
      call(HUNDRED, { direction: 'incoming', phase: { name: 'ringing' }, remote: null }),
    ),
    'incoming-namesake': atEnd(
      call(NAMESAKE, { direction: 'incoming', phase: { name: 'ringing' }, remote: null }),
    ),
    'outgoing-calling': talking(call(DALIA, { phase: { name: 'calling' }, remote: null }), {}),
    'outgoing-ringing': talking(call(DALIA, { phase: { name: 'ringing' }, remote: null }), {
      localCamera: ana,
    }),
    'outgoing-proven': talking(
      call(DALIA, { phase: { name: 'ringing', rung: ['shown', 'sounding'] }, remote: null }),
      { localCamera: ana },
    ),
    'outgoing-no-devices': talking(
      call(DALIA, {
        phase: { name: 'ringing' },
        remote: null,
        local: {
          microphone: { ...none, code: 'permission-denied-by-system' },
          camera: { ...none, code: 'device-missing' },
        },
      }),
      {},
    ),
  }
}

type CallName = Exclude<
  Extract<ScenarioName, 'call' | `call-${string}`>,
  | `call-viewing${string}`
  | `call-picker${string}`
  | `call-presenting${string}`
  | `call-share-${string}`
  | `call-texts${string}`
  | `call-share${string}`
>
type QuietCallName =
  | 'call-sound'
  | 'call-sound-pictures'
  | 'call-their-camera-off'
  | 'call-my-camera-off'
  | 'call-trouble'
  | 'call-device-gone'
  | 'call-odd-names'
  | 'call-namesake'

export function callScenarios(tracks: Tracks): Readonly<Record<CallName, Scenario>> {
  const { ana, ben, sound } = tracks
  const both = { localCamera: ana, remoteCamera: ben, remoteMicrophone: sound }
  return {
    call: talking(call(BEN, { remote: { microphone: 'off', camera: 'on', screen: null } }), both, quiet),
    'call-running': talking(
      call(BEN, {
        remote: { microphone: 'off', camera: 'on', screen: null },
        local: { microphone: { is: 'off' }, camera: { is: 'on' } },
      }),
      both,
      { runs: true },
    ),
    'call-poor': talking(call(BEN), both, { stats: { samples: SAMPLES, quality: 'poor' } }),
    'call-diagnosis': talking(call(BEN), both, {
      stats: { samples: BAD_SAMPLES, quality: 'weak', diagnosis: 'my-upload', warns: true },
    }),
    'call-connecting': talking(call(BEN, { phase: { name: 'connecting' }, remote: null }), {
      localCamera: ana,
    }),
    'call-reconnecting': talking(
      call(BEN, { phase: { name: 'reconnecting', sinceMs: 2_833_000, lostMs: 3_590_000 } }),
      both,
      { stats: { samples: SAMPLES, quality: 'weak' } },
    ),
    ...partialCallScenarios(tracks),
  }
}

/** One side or both without something. */
function partialCallScenarios({ ana, ben, sound }: Tracks): Readonly<Record<QuietCallName, Scenario>> {
  const both = { localCamera: ana, remoteCamera: ben, remoteMicrophone: sound }
  return {
    'call-sound': talking(
      call(CHIDI, {
        video: false,
        remote: { microphone: 'on', camera: 'off', screen: null },
        local: { microphone: { is: 'on' }, camera: { is: 'off' } },
      }),
      { remoteMicrophone: sound },
    ),
    'call-sound-pictures': talking(
      call(CHIDI, {
        person: { ...CHIDI, isContact: false, picture: `data:image/jpeg;base64,${BEN_FACE}` },
        video: false,
        remote: { microphone: 'on', camera: 'off', screen: null },
        local: { microphone: { is: 'off' }, camera: { is: 'off' } },
      }),
      { remoteMicrophone: sound },
      { host: { settings: { ...settings, picture: OWN_PICTURE }, pictures: { [OWN_PICTURE]: ANA_FACE } } },
    ),
    'call-their-camera-off': talking(
      call(BEN, { remote: { microphone: 'on', camera: 'off', screen: null } }),
      {
        ...both,
        remoteCamera: null,
      },
    ),
    'call-my-camera-off': talking(
      call(BEN, { local: { microphone: { is: 'off' }, camera: { is: 'off' } } }),
      { ...both, localCamera: null },
    ),
    'call-trouble': talking(
      call(BEN, {
        local: {
          microphone: { ...none, code: 'permission-denied-by-system' },
          camera: { ...none, code: 'device-in-use' },
        },
      }),
      { ...both, localCamera: null },
    ),
    'call-device-gone': talking(call(BEN), both, { devices: HEADSET_GONE }),
    'call-namesake': talking(call(NAMESAKE), both, quiet),
    'call-odd-names': talking(call(EMOJI, { remote: { microphone: 'off', camera: 'none', screen: null } }), {
      ...both,
      remoteCamera: null,
    }),
  }
}

const HARSH_WORDS =
  'I am in a meeting until three, and then on the train, where there is hardly any network; write to me, or ring again after six, please: https://oak-lane.example/'

type EndName = Exclude<Extract<ScenarioName, `ended${string}`>, 'ended-undelivered'>

export function endScenarios(): Readonly<Record<EndName, Scenario>> {
  const minutes = (n: number) => n * 60_000
  return {
    'ended-by-other': atEnd(ended(BEN, 'ended-by-other', { talkedMs: minutes(48) })),
    'ended-declined': atEnd(ended(DALIA, 'declined-by-other')),
    'ended-declined-words': atEnd(
      call(DALIA, {
        phase: { name: 'ended', reason: 'declined-by-other', talkedMs: 0, words: HARSH_WORDS },
        remote: null,
      }),
    ),
    'ended-namesake': atEnd(ended(NAMESAKE, 'missed', { direction: 'incoming' })),
    'ended-missed': atEnd(
      ended({ ...CHIDI, id: STRANGER.id }, 'missed', { direction: 'incoming', video: false }),
    ),
    'ended-no-route': atEnd(ended(BEN, 'no-route-without-relay')),
    'ended-no-relay': atEnd(ended(BEN, 'no-relay-here')),
    'ended-no-relay-there': atEnd(ended(BEN, 'no-relay-there')),
    'ended-not-invited': atEnd(ended(BEN, 'not-invited')),
    'ended-join-code': atEnd(ended(BEN, 'join-code-needed')),
    'ended-mismatch': atEnd(ended(LONG, 'identity-mismatch')),
    'ended-no-call-back': atEnd(
      ended(STRANGER, 'cancelled-by-other', { direction: 'incoming', callBack: null }),
    ),
  }
}
