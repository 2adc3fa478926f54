// Owns the live figures of the call that has media. Written once a second by the stats sampler, 20 times by levels.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowStats, StatsSample } from '../../rtc/read-stats'
import type { ReceivedScreen } from '../../rtc/screen-stats'
import type { Diagnosis } from './choose-diagnosis'

export type { FlowStats, StatsSample }

export type Quality = 'good' | 'weak' | 'poor' | 'unknown'

export interface StatsState {
  /** Of the last minute, oldest first. */
  readonly samples: readonly StatsSample[]
  readonly quality: Quality
  /** Of shared screens, now: what is decoded of the other side's, and how many pictures a second leave of this side's. */
  readonly screen: {
    readonly received: Pick<ReceivedScreen, 'width' | 'height' | 'fps'> | null
    readonly sentFps: number | null
  }
  /** What is wrong and whose side it is on; null while nothing is. */
  readonly diagnosis: Diagnosis | null
  /** It lasts and the call suffers: worth saying unasked. */
  readonly warns: boolean
  /** Loudness 0 to 1, 20 Hz while a call has media. */
  readonly levels: { readonly local: number; readonly remote: number }
}

export const NO_FIGURES: Omit<StatsState, 'levels'> = {
  samples: [],
  quality: 'unknown',
  screen: { received: null, sentFps: null },
  diagnosis: null,
  warns: false,
}

export type StatsStore = StoreApi<StatsState>
export const createStatsStore = (): StatsStore =>
  createStore<StatsState>(() => ({ ...NO_FIGURES, levels: { local: 0, remote: 0 } }))
