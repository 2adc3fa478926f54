// Owns turning getStats reports into the figures that people read. Pure: a report and the counters of the last one in,
// a sample and the counters for the next one out. Knows what Chromium 108 and 156 name differently.

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
  /** The encoder makes the picture smaller than it should be, for want of computing. */
  readonly busy: boolean
  readonly received: FlowStats
  readonly sent: FlowStats
}

/** What an RTCStatsReport holds; every member but these is checked where it is read. */
export interface StatsEntry {
  readonly id: string
  readonly type: string
  readonly [member: string]: unknown
}

export interface StatsCounters {
  readonly atMs: number
  readonly received: FlowCounters
  readonly sent: FlowCounters
}

interface FlowCounters {
  readonly bytes: number
  readonly packets: number
  readonly lost: number
}

export interface ReadStatsOptions {
  readonly atMs: number
  readonly previous: StatsCounters | null
  /** The transceivers whose figures count; a connection has one per role from its first offer on. */
  readonly mids: { readonly microphone: string; readonly camera: string }
}

export function readStats(
  report: Iterable<StatsEntry>,
  { atMs, previous, mids }: ReadStatsOptions,
): { readonly sample: StatsSample; readonly counters: StatsCounters } {
  const byId = new Map([...report].map((entry) => [entry.id, entry]))
  const entries = [...byId.values()]
  const pair = selectedPair(byId)
  const received = streams(entries, 'inbound-rtp', mids)
  const sent = streams(entries, 'outbound-rtp', mids)
  const remote = {
    audio: sent.audio && remoteReport(entries, sent.audio),
    video: sent.video && remoteReport(entries, sent.video),
  }
  const counters = {
    atMs,
    received: countersOf(received, received, 'bytesReceived', 'packetsReceived'),
    sent: countersOf(sent, remote, 'bytesSent', 'packetsSent'),
  }
  const sinceMs = previous ? atMs - previous.atMs : 0
  const sample: StatsSample = {
    atMs,
    rttMs: milliseconds(number(pair, 'currentRoundTripTime') ?? roundTripOf(remote)),
    route: routeOf(byId, pair),
    busy: text(sent.video, 'qualityLimitationReason') === 'cpu',
    received: {
      ...pictureOf(received.video),
      kbps: kbps(counters.received, previous?.received, sinceMs),
      jitterMs: jitterOf(received),
      lossPct: lossPct(counters.received, previous?.received, 'besides'),
      ...freezesOf(received.video),
      ...codecsOf(byId, received),
    },
    sent: {
      ...pictureOf(sent.video),
      kbps: kbps(counters.sent, previous?.sent, sinceMs),
      jitterMs: jitterOf(remote),
      lossPct: lossPct(counters.sent, previous?.sent, 'among'),
      freezes: null,
      freezeMs: null,
      ...codecsOf(byId, sent),
    },
  }
  return { sample, counters }
}

type Streams = { readonly audio: StatsEntry | undefined; readonly video: StatsEntry | undefined }

function number(entry: StatsEntry | undefined, member: string): number | null {
  const value = entry?.[member]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function text(entry: StatsEntry | undefined, member: string): string | null {
  const value = entry?.[member]
  return typeof value === 'string' ? value : null
}

const milliseconds = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000)

/** By transceiver. Chromium 156 leaves out what is received on one that is silent, 108 lists it with zeros. */
function streams(entries: readonly StatsEntry[], type: string, mids: ReadStatsOptions['mids']): Streams {
  const find = (mid: string) => entries.find((entry) => entry.type === type && entry['mid'] === mid)
  return { audio: find(mids.microphone), video: find(mids.camera) }
}

function remoteReport(entries: readonly StatsEntry[], sent: StatsEntry): StatsEntry | undefined {
  return entries.find((entry) => entry.type === 'remote-inbound-rtp' && entry['localId'] === sent.id)
}

function selectedPair(byId: ReadonlyMap<string, StatsEntry>): StatsEntry | undefined {
  for (const entry of byId.values()) {
    const id = entry.type === 'transport' ? text(entry, 'selectedCandidatePairId') : null
    if (id !== null) return byId.get(id)
  }
  return undefined
}

function routeOf(byId: ReadonlyMap<string, StatsEntry>, pair: StatsEntry | undefined): StatsSample['route'] {
  if (!pair) return null
  const ends = ['localCandidateId', 'remoteCandidateId'].map((member) => byId.get(text(pair, member) ?? ''))
  return ends.some((end) => text(end, 'candidateType') === 'relay') ? 'relayed' : 'direct'
}

function roundTripOf(remote: Streams): number | null {
  return number(remote.video, 'roundTripTime') ?? number(remote.audio, 'roundTripTime')
}

function countersOf(flow: Streams, losses: Streams, bytes: string, packets: string): FlowCounters {
  const sum = (streams: Streams, member: string) =>
    (number(streams.audio, member) ?? 0) + (number(streams.video, member) ?? 0)
  return { bytes: sum(flow, bytes), packets: sum(flow, packets), lost: sum(losses, 'packetsLost') }
}

function kbps(now: FlowCounters, before: FlowCounters | undefined, sinceMs: number): number | null {
  // A restarted or replaced stream counts from zero again.
  if (!before || sinceMs <= 0 || now.bytes < before.bytes) return null
  return ((now.bytes - before.bytes) * 8) / sinceMs
}

/** Lost packets come `besides` those received, but are `among` those sent. */
function lossPct(
  now: FlowCounters,
  before: FlowCounters | undefined,
  lostAre: 'besides' | 'among',
): number | null {
  if (!before) return null
  const packets = now.packets - before.packets
  // Late packets are taken back from the losses, so the difference may be negative.
  const lost = Math.max(0, now.lost - before.lost)
  const all = lostAre === 'besides' ? packets + lost : Math.max(packets, lost)
  return packets < 0 || all === 0 ? null : (100 * lost) / all
}

/** The sound's, which is what one hears; else the picture's. */
function jitterOf(flow: Streams): number | null {
  return milliseconds(number(flow.audio, 'jitter') ?? number(flow.video, 'jitter'))
}

/** Sizes are kept after the last frame; without frames nothing has a size. */
function pictureOf(video: StatsEntry | undefined): Pick<FlowStats, 'width' | 'height' | 'fps'> {
  const fps = number(video, 'framesPerSecond') ?? 0
  if (fps === 0) return { width: null, height: null, fps: null }
  return { width: number(video, 'frameWidth'), height: number(video, 'frameHeight'), fps }
}

function freezesOf(video: StatsEntry | undefined): Pick<FlowStats, 'freezes' | 'freezeMs'> {
  return {
    freezes: number(video, 'freezeCount'),
    freezeMs: milliseconds(number(video, 'totalFreezesDuration')),
  }
}

function codecsOf(
  byId: ReadonlyMap<string, StatsEntry>,
  flow: Streams,
): Pick<FlowStats, 'videoCodec' | 'audioCodec'> {
  return { videoCodec: codecOf(byId, flow.video), audioCodec: codecOf(byId, flow.audio) }
}

/** "video/VP8" → "VP8", "audio/opus" → "Opus", as people write them. */
function codecOf(byId: ReadonlyMap<string, StatsEntry>, stream: StatsEntry | undefined): string | null {
  const mime = text(byId.get(text(stream, 'codecId') ?? ''), 'mimeType')
  const name = mime?.split('/')[1]
  if (name === undefined || name === '') return null
  return name === 'opus' ? 'Opus' : name
}
