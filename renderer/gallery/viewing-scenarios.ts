// Owns the scenarios of looking at what the other side shows.
import type { SharedScreen } from '../../shared/protocol/call-messages'
import type { CallView } from '../features/calls/calls-store'
import { sharing } from './share-scenarios'
import { BEN, SAMPLES, call } from './people-in-pictures'
import type { ScenarioName } from './scenario-names'
import { quiet, talking, type Scenario, type Tracks } from './scenario-parts'

export const PLAN: SharedScreen = {
  epoch: 1,
  kind: 'window',
  title: 'Kitchen plan, second draft',
  mode: 'text',
  held: null,
  sound: false,
}
const LONG_TITLE = `Quarterly_results_${'final_'.repeat(20)}v7.xlsx – مستند – ${'x'.repeat(30)}`

type ViewingName = Extract<ScenarioName, `call-viewing${string}`>

export function viewingScenarios(tracks: Tracks): Readonly<Record<ViewingName, Scenario>> {
  const { ana, ben, plan, sound } = tracks
  const all = { localCamera: ana, remoteCamera: ben, remoteMicrophone: sound, remoteScreen: plan }
  const view = (shown: Partial<SharedScreen>, change: Partial<CallView> = {}) =>
    call(BEN, { remote: { microphone: 'on', camera: 'on', screen: { ...PLAN, ...shown } }, ...change })
  const without = (camera: 'on' | 'off') => ({
    remote: { microphone: 'on', camera: 'off', screen: PLAN } as const,
    local: { microphone: { is: 'on' }, camera: { is: camera } } as const,
  })
  return {
    'call-viewing': talking(view({}), all),
    'call-viewing-running': talking(view({}), all, { runs: true }),
    'call-viewing-paused': talking(view({ held: 'paused' }), all),
    'call-viewing-minimised': talking(view({ held: 'minimised' }), all),
    'call-viewing-locked': talking(view({ held: 'locked', kind: 'screen', title: '' }), all),
    'call-viewing-coming': talking(view({}), { ...all, remoteScreen: null }),
    'call-viewing-reconnecting': talking(
      view({}, { phase: { name: 'reconnecting', sinceMs: 2_833_000, lostMs: 3_590_000 } }),
      all,
      { stats: { samples: SAMPLES, quality: 'weak' } },
    ),
    'call-viewing-no-cameras': talking(view({}, without('off')), {
      ...all,
      localCamera: null,
      remoteCamera: null,
    }),
    'call-viewing-both': talking(view({}), all, {
      share: { own: { is: 'live', ...sharing() }, ownTrack: tracks.sheet },
      stats: {
        ...quiet.stats,
        screen: { received: { width: 1440, height: 900, fps: 8 }, sentFps: 12 },
      },
    }),
    'call-viewing-long-title': talking(view({ title: LONG_TITLE }), all),
  }
}
