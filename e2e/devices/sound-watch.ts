// Owns hearing what a speaker of the sound machine plays while it plays it: when it was silent and when it wasn't, on the wall
// clock.
import { once } from 'node:events'
import { spawnTied } from '../../build/setup/tied-child.mjs'
import type { SPEAKERS } from './sound-machine'

export interface SoundWatch {
  /** Of the first sample above zero since then; null: silence so far. */
  heardSince(ms: number): number | null
  /** Of the last one. */
  lastHeard(): number | null
  /** The largest sample since then, 0 to 1. */
  peakSince(ms: number): number
  readonly stop: () => Promise<void>
}

interface Heard {
  readonly fromMs: number
  readonly toMs: number
  readonly peak: number
}

const RATE = 48_000
const BYTES = 2
/** A speaker that plays nothing gives zeros; a filter at rest may leave one in the last bits. */
const ZERO = 33
const FULL = 32_768
/** PulseAudio hands over so much at a time. */
const LATENCY_MS = 10
/** At one entry in 10 ms: ten minutes. */
const KEPT = 60_000

export async function watchSound(
  speaker: keyof typeof SPEAKERS,
  env: Readonly<Record<string, string>>,
): Promise<SoundWatch> {
  const words = ['-d', `${speaker}.monitor`, `--latency-msec=${String(LATENCY_MS)}`, '--raw']
  const format = ['--format=s16le', '--channels=1', `--rate=${String(RATE)}`]
  const recorder = spawnTied('parec', [...words, ...format], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { stdout } = recorder
  if (stdout === null) throw new Error('No pipe to the recorder.')
  const ended = once(recorder, 'exit')
  const heard: Heard[] = []
  stdout.on('data', (chunk: Buffer) => {
    const found = heardIn(chunk, Date.now())
    if (found && heard.push(found) > KEPT) heard.splice(0, KEPT / 2)
  })
  // It hands over nothing at first.
  await Promise.race([once(stdout, 'data'), ended])
  return {
    heardSince: (ms) => heard.find(({ toMs }) => toMs > ms)?.fromMs ?? null,
    lastHeard: () => heard.at(-1)?.toMs ?? null,
    peakSince: (ms) => Math.max(0, ...heard.filter(({ toMs }) => toMs > ms).map(({ peak }) => peak)),
    stop: async () => {
      recorder.kill('SIGKILL')
      await ended
    },
  }
}

/** `endMs`: of its last sample. */
function heardIn(chunk: Buffer, endMs: number): Heard | null {
  const samples = Math.floor(chunk.length / BYTES)
  const atMs = (sample: number): number => endMs - ((samples - sample) * 1000) / RATE
  let [first, last, peak] = [-1, -1, 0]
  for (let at = 0; at < samples; at += 1) {
    const value = Math.abs(chunk.readInt16LE(at * BYTES))
    if (value < ZERO) continue
    if (first < 0) first = at
    last = at
    peak = Math.max(peak, value)
  }
  return first < 0 ? null : { fromMs: atMs(first), toMs: atMs(last), peak: peak / FULL }
}
