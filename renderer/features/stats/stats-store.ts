// Owns the live figures of the call that has media. Written once a second by the stats sampler, 20 times by levels.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowStats, StatsSample } from '../../rtc/read-stats'

export type { FlowStats, StatsSample }

export type Quality = 'good' | 'weak' | 'poor' | 'unknown'

export interface StatsState {
  /** Of the last minute, oldest first. */
  readonly samples: readonly StatsSample[]
  readonly quality: Quality
  /** Loudness 0 to 1, 20 Hz while a call has media. */
  readonly levels: { readonly local: number; readonly remote: number }
}

export type StatsStore = StoreApi<StatsState>
export const createStatsStore = (): StatsStore =>
  createStore<StatsState>(() => ({ samples: [], quality: 'unknown', levels: { local: 0, remote: 0 } }))
