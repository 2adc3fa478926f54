// Owns the live figures of the call that has media. Written once a second by the stats sampler, 20 times by levels.
import { createStore, type StoreApi } from 'zustand/vanilla'

/** One direction. Null: not known or nothing flows. */
export interface FlowStats {
  readonly width: number | null
  readonly height: number | null
  readonly fps: number | null
  readonly kbps: number | null
  readonly jitterMs: number | null
  /** Of the last second, 0 to 100. */
  readonly lossPct: number | null
  readonly freezes: number | null
  readonly freezeMs: number | null
  /** "VP8", "Opus". */
  readonly videoCodec: string | null
  readonly audioCodec: string | null
}

export interface StatsSample {
  readonly atMs: number
  readonly rttMs: number | null
  readonly route: 'direct' | 'relayed' | null
  readonly received: FlowStats
  readonly sent: FlowStats
}

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
