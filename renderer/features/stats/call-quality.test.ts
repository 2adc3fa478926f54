import { describe, expect, it } from 'vitest'
import { qualityOf } from './call-quality'
import type { FlowStats, StatsSample } from './stats-store'

const quiet: FlowStats = {
  width: null,
  height: null,
  fps: null,
  kbps: null,
  jitterMs: null,
  lossPct: null,
  freezes: null,
  freezeMs: null,
  videoCodec: null,
  audioCodec: null,
}

interface Second {
  readonly rttMs?: number
  readonly lossPct?: number
  readonly sentLossPct?: number
  readonly jitterMs?: number
  readonly freezeMs?: number
}

/** One second each; what isn't given is as on a good line. */
const samples = (...seconds: readonly Second[]): StatsSample[] =>
  seconds.map(({ rttMs = 40, lossPct = 0, sentLossPct = 0, jitterMs = 5, freezeMs = 0 }, i) => ({
    atMs: i * 1000,
    rttMs,
    route: 'direct',
    busy: false,
    received: { ...quiet, kbps: 900, lossPct, jitterMs, freezeMs },
    sent: { ...quiet, lossPct: sentLossPct },
  }))
const steady = (second: Second): StatsSample[] => samples(second, second, second, second, second)

describe('the quality of a call', () => {
  it.each<[what: string, samples: StatsSample[], quality: string]>([
    ['nothing known', [], 'unknown'],
    [
      'a connection without figures',
      [{ atMs: 0, rttMs: null, route: null, busy: false, received: quiet, sent: quiet }],
      'unknown',
    ],
    ['a good line', steady({}), 'good'],
    ['a far but steady line', steady({ rttMs: 290 }), 'good'],
    ['a very far line', steady({ rttMs: 400 }), 'weak'],
    ['talking over each other', steady({ rttMs: 900 }), 'poor'],
    ['some loss', steady({ lossPct: 4 }), 'weak'],
    ['much loss', steady({ lossPct: 12 }), 'poor'],
    ['much loss of what is sent', steady({ sentLossPct: 12 }), 'poor'],
    ['one lost burst', samples({}, {}, { lossPct: 14 }, {}, {}), 'good'],
    ['uneven arrival', steady({ jitterMs: 60 }), 'weak'],
    ['a short freeze', samples({}, {}, { freezeMs: 300 }, { freezeMs: 300 }, { freezeMs: 300 }), 'weak'],
    [
      'a picture that stands',
      samples({}, {}, { freezeMs: 900 }, { freezeMs: 1800 }, { freezeMs: 2700 }),
      'poor',
    ],
    ['an old freeze', steady({ freezeMs: 60_000 }), 'good'],
    ['trouble that is over', [...steady({ lossPct: 20 }), ...steady({})], 'good'],
  ])('with %s', (_what, given, quality) => {
    expect(qualityOf(given)).toBe(quality)
  })
})
