// Owns the scenarios of picking what to share, and of sharing it.
import { DEFAULT_MANNER } from '../../shared/model/share'
import type { LiveShare, PickerState, ShareState } from '../features/share/share-store'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { BEN, call } from './people-in-pictures'
import type { ScenarioName } from './scenario-names'
import { talking, type Scenario, type Tracks } from './scenario-parts'
import {
  BUDGET,
  EARLY,
  LATELY,
  LISTED,
  MANY,
  NO_WINDOWS,
  ODD,
  ODD_TITLES,
  SCREEN,
  WITHOUT_BUDGET,
} from './windows-in-pictures'

type PickerName = Extract<ScenarioName, `call-picker${string}`>
type ShareName = Extract<ScenarioName, `call-presenting${string}` | `call-share-${string}`>

const NOW_MS = 3_600_000
const STARTED_MS = NOW_MS - 252_000
const availableBps = 6_000_000

function inCall({ ana, ben, sound }: Tracks, share: Partial<ShareState>): Scenario {
  const media = { localCamera: ana, remoteCamera: ben, remoteMicrophone: sound }
  return talking(call(BEN), media, { share })
}

const open: PickerState = {
  purpose: 'start',
  list: LISTED,
  preview: { is: 'none' },
  sound: false,
  starting: false,
}

export function pickerScenarios(tracks: Tracks): Readonly<Record<PickerName, Scenario>> {
  const live = { is: 'open', sourceId: BUDGET.id, track: tracks.sheet } as const
  const picker = (change: Partial<PickerState>, share: Partial<ShareState> = {}): Scenario =>
    inCall(tracks, { lately: LATELY, availableBps, picker: { ...open, ...change }, ...share })
  const mac = { ...MEMORY_STATE.info, platform: 'darwin' } as const
  const denied = picker({ list: { is: 'denied' } })
  return {
    'call-picker': picker({ preview: live }),
    'call-picker-nothing': picker({}, { lately: [] }),
    'call-picker-switch': picker({ purpose: 'switch' }, { own: { is: 'live', ...sharing() } }),
    'call-picker-screen': picker(
      { preview: { is: 'open', sourceId: SCREEN.id, track: tracks.ben }, sound: true },
      { abilities: { ...MEMORY_STATE.shareAbilities, systemSound: { is: 'available' } } },
    ),
    'call-picker-motion': picker(
      { preview: live },
      { manner: { mode: 'motion', motionFps: 60, limit: '1080p' }, availableBps: 2_400_000 },
    ),
    'call-picker-loading': picker({ list: { is: 'loading' } }),
    'call-picker-early': picker({
      list: EARLY,
      preview: { is: 'opening', sourceId: BUDGET.id },
    }),
    'call-picker-empty': picker({ list: NO_WINDOWS }),
    'call-picker-denied': { ...denied, host: { ...denied.host, info: mac } },
    'call-picker-failed': picker({ list: { is: 'failed' } }),
    'call-picker-preview-failed': picker({
      preview: { is: 'failed', sourceId: BUDGET.id, code: 'share-failed' },
    }),
    'call-picker-gone': picker({
      list: WITHOUT_BUDGET,
      preview: { is: 'failed', sourceId: BUDGET.id, code: 'source-gone' },
    }),
    'call-picker-starting': picker({ preview: live, starting: true }),
    'call-picker-many': picker({ list: MANY }),
    'call-picker-odd-titles': picker({
      list: ODD_TITLES,
      preview: { is: 'open', sourceId: ODD.id, track: tracks.sheet },
    }),
  }
}

export function sharing(change: Partial<LiveShare> = {}): LiveShare {
  return {
    ...{ callId: call(BEN).callId, sourceId: BUDGET.id, kind: 'window', title: BUDGET.title },
    ...{ untitled: 'window', sinceMs: STARTED_MS },
    ...{ manner: DEFAULT_MANNER, held: null, sound: false, size: { width: 1920, height: 1080 } },
    seen: { width: 1920, height: 1080, fps: 12, freezes: 0, frozenMs: 0 },
    ...{ trouble: null, remedies: [] },
    ...change,
  }
}

export function sharingScenarios(tracks: Tracks): Readonly<Record<ShareName, Scenario>> {
  const live = (change: Partial<LiveShare> = {}): Scenario =>
    inCall(tracks, { own: { is: 'live', ...sharing(change) }, ownTrack: tracks.sheet })
  const lost = (hasSuccessor: boolean): Scenario =>
    inCall(tracks, {
      own: {
        ...{ is: 'lost', callId: call(BEN).callId, title: BUDGET.title },
        ...{ successor: hasSuccessor ? { title: BUDGET.title } : null, untilMs: NOW_MS + 48_000 },
      },
    })
  const blurred = { width: 1280, height: 720, fps: 12, freezes: 0, frozenMs: 0 }
  return {
    'call-presenting': live(),
    'call-presenting-blurred': live({ seen: blurred, trouble: 'blurred', remedies: ['lower-resolution'] }),
    'call-presenting-motion': live({
      ...{ kind: 'screen', title: 'Screen 1', sound: true, seen: { ...blurred, fps: 24 } },
      manner: { mode: 'motion', motionFps: 30, limit: 'native' },
      trouble: 'blurred',
      remedies: ['text-mode', 'lower-resolution', 'choose-window'],
    }),
    'call-presenting-begun': live({ seen: null, sinceMs: 3_600_000 }),
    'call-presenting-paused': live({ held: 'paused' }),
    'call-presenting-minimised': live({ held: 'minimised' }),
    'call-presenting-odd-title': live({ title: ODD.title }),
    'call-presenting-lost': lost(false),
    'call-presenting-again': lost(true),
    'call-share-failed': inCall(tracks, { failure: 'share-failed' }),
  }
}
