import { describe, expect, it } from 'vitest'
import { CHROMIUM_108 } from './recorded/chromium-108'
import { CHROMIUM_156 } from './recorded/chromium-156'
import { readStats, type StatsEntry } from './read-stats'

const mids = { microphone: '0', camera: '1' }
const recordings = [
  ['Chromium 108', CHROMIUM_108, { width: 320, height: 180, sentFps: 19 }],
  ['Chromium 156', CHROMIUM_156, { width: 640, height: 360, sentFps: 20 }],
] as const

type Recording = {
  readonly sinceMs: number
  readonly first: readonly StatsEntry[]
  readonly second: readonly StatsEntry[]
}

/** The second report's sample, both reports changed by `change` before they are read. */
function sampleOf(
  recording: Recording,
  change: (entry: StatsEntry, second: boolean) => StatsEntry = (entry) => entry,
) {
  const first = readStats(
    recording.first.map((entry) => change(entry, false)),
    { atMs: 0, previous: null, mids },
  )
  const second = recording.second.map((entry) => change(entry, true))
  return readStats(second, { atMs: recording.sinceMs, previous: first.counters, mids }).sample
}

const changed =
  (type: string, members: Readonly<Record<string, unknown>>, where: Readonly<Record<string, unknown>> = {}) =>
  (entry: StatsEntry): StatsEntry =>
    entry.type === type && Object.entries(where).every(([name, value]) => entry[name] === value)
      ? { ...entry, ...members }
      : entry

describe.each(recordings)('a report of %s', (_name, recording, expected) => {
  it('tells the picture of the camera transceiver, in both directions', () => {
    const { received, sent } = sampleOf(recording)
    expect(received).toMatchObject({ width: expected.width, height: expected.height, fps: 20 })
    expect(sent).toMatchObject({ width: expected.width, height: expected.height, fps: expected.sentFps })
  })

  it('tells codecs as people write them', () => {
    const { received, sent } = sampleOf(recording)
    expect([received.videoCodec, received.audioCodec]).toEqual(['VP8', 'Opus'])
    expect([sent.videoCodec, sent.audioCodec]).toEqual(['VP8', 'Opus'])
  })

  it('tells the bitrate of the time between two reports', () => {
    const { received, sent } = sampleOf(recording)
    // The recorded picture is nearly still.
    expect(received.kbps).toBeGreaterThan(50)
    expect(received.kbps).toBeLessThan(1000)
    expect(sent.kbps).toBeGreaterThan(50)
    expect(sent.kbps).toBeLessThan(1000)
  })

  it('tells the route, the round trip and jitter in milliseconds', () => {
    const sample = sampleOf(recording, changed('candidate-pair', { currentRoundTripTime: 0.042 }))
    expect(sample).toMatchObject({ route: 'direct', rttMs: 42 })
    expect(
      sampleOf(recording, changed('inbound-rtp', { jitter: 0.007 }, { mid: '0' })).received.jitterMs,
    ).toBe(7)
    expect(sample.sent.jitterMs).toBeLessThan(1)
  })

  it('has nothing lost and nothing frozen', () => {
    const { received, sent } = sampleOf(recording)
    expect(received).toMatchObject({ lossPct: 0, freezes: 0, freezeMs: 0 })
    expect(sent).toMatchObject({ lossPct: 0, freezes: null, freezeMs: null })
  })

  it('has no rates in the first report', () => {
    const { sample } = readStats(recording.first, { atMs: 0, previous: null, mids })
    expect(sample.received).toMatchObject({ kbps: null, lossPct: null, width: expected.width })
    expect(sample.sent).toMatchObject({ kbps: null, lossPct: null })
  })

  it.each(['local-candidate', 'remote-candidate'])('is relayed where the %s is a relay', (type) => {
    expect(sampleOf(recording, changed(type, { candidateType: 'relay' })).route).toBe('relayed')
  })

  it('counts a lost packet besides those received', () => {
    const sample = sampleOf(recording, (entry, second) => {
      const counts = second
        ? { packetsReceived: 190, packetsLost: 14 }
        : { packetsReceived: 100, packetsLost: 4 }
      return entry.type === 'inbound-rtp' && entry['mid'] === '0'
        ? { ...entry, ...counts }
        : drop(entry, 'inbound-rtp')
    })
    expect(sample.received.lossPct).toBe(10)
  })

  it('takes what the other side reports as lost from among those sent', () => {
    const sample = sampleOf(recording, (entry, second) => {
      if (entry.type === 'outbound-rtp' && entry['mid'] === '0')
        return { ...entry, packetsSent: second ? 200 : 100 }
      if (entry.type === 'remote-inbound-rtp' && entry['kind'] === 'audio')
        return { ...entry, packetsLost: second ? 30 : 5 }
      return drop(drop(entry, 'outbound-rtp'), 'remote-inbound-rtp')
    })
    expect(sample.sent.lossPct).toBe(25)
  })

  it('shows no negative loss when late packets are taken back', () => {
    const sample = sampleOf(recording, (entry, second) =>
      entry.type === 'inbound-rtp' ? { ...entry, packetsLost: second ? 0 : 8 } : entry,
    )
    expect(sample.received.lossPct).toBe(0)
  })

  it('has no rates over a stream that began anew', () => {
    const sample = sampleOf(recording, (entry, second) =>
      entry.type === 'inbound-rtp' && second ? { ...entry, bytesReceived: 1, packetsReceived: 1 } : entry,
    )
    expect(sample.received).toMatchObject({ kbps: null, lossPct: null })
  })

  it('has no picture while no frames come', () => {
    const off = sampleOf(recording, changed('inbound-rtp', { framesPerSecond: undefined }, { mid: '1' }))
    expect(off.received).toMatchObject({ width: null, height: null, fps: null, audioCodec: 'Opus' })
  })

  it('counts freezes in milliseconds', () => {
    const frozen = sampleOf(
      recording,
      changed('inbound-rtp', { freezeCount: 3, totalFreezesDuration: 1.25 }, { mid: '1' }),
    )
    expect(frozen.received).toMatchObject({ freezes: 3, freezeMs: 1250 })
  })

  it('reads the camera’s transceiver, not the screen’s', () => {
    const screen = changed(
      'inbound-rtp',
      { frameWidth: 1920, frameHeight: 1080, framesPerSecond: 30 },
      { mid: '2' },
    )
    expect(sampleOf(recording, screen).received.width).toBe(expected.width)
  })
})

describe('an empty report', () => {
  it('says that nothing is known', () => {
    const { sample } = readStats([], { atMs: 5, previous: null, mids })
    expect(sample).toMatchObject({ atMs: 5, rttMs: null, route: null })
    expect(new Set(Object.values(sample.received))).toEqual(new Set([null]))
    expect(new Set(Object.values(sample.sent))).toEqual(new Set([null]))
  })

  it('is not misled by members of the wrong type', () => {
    const odd: StatsEntry[] = [
      { id: 'T', type: 'transport', selectedCandidatePairId: 7 },
      {
        id: 'I',
        type: 'inbound-rtp',
        mid: '1',
        kind: 'video',
        framesPerSecond: 'many',
        frameWidth: NaN,
        codecId: null,
      },
    ]
    const { sample } = readStats(odd, { atMs: 5, previous: null, mids })
    expect(sample.received).toMatchObject({ width: null, fps: null, videoCodec: null })
  })
})

/** As if the entry were not in the report, so that only the one in question counts. */
function drop(entry: StatsEntry, type: string): StatsEntry {
  return entry.type === type ? { ...entry, type: 'left-out' } : entry
}
