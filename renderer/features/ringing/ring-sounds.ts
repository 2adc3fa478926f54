// Owns the two sounds of ringing, made here from sine waves, so they are ours and need no file. Pure: numbers in, WAV out.

export const SAMPLE_RATE = 24_000

interface Note {
  readonly atMs: number
  readonly lastsMs: number
  readonly hz: number
  readonly loud: number
}

export interface Sound {
  /** It is looped, so it ends with its pause. */
  readonly lastsMs: number
  readonly notes: readonly Note[]
}

// A rising fourth and a third, twice, as struck bars: bright enough to be heard from the next room, no alarm.
const [E5, A5, CIS6, E6] = [659.26, 880, 1108.73, 1318.51]
const chime = (atMs: number): readonly Note[] => [
  { atMs, lastsMs: 900, hz: E5, loud: 0.5 },
  { atMs: atMs + 140, lastsMs: 900, hz: A5, loud: 0.5 },
  { atMs: atMs + 280, lastsMs: 1000, hz: CIS6, loud: 0.45 },
  { atMs: atMs + 420, lastsMs: 1100, hz: E6, loud: 0.4 },
]

/** Somebody calls us. */
export const RING: Sound = { lastsMs: 3_600, notes: [...chime(0), ...chime(1_000)] }

/** It rings at the other end: two low soft tones, as telephones do, but quieter than a voice. */
export const RINGBACK: Sound = {
  lastsMs: 4_000,
  notes: [
    { atMs: 0, lastsMs: 420, hz: 440, loud: 0.12 },
    { atMs: 0, lastsMs: 420, hz: 554.37, loud: 0.08 },
    { atMs: 560, lastsMs: 420, hz: 440, loud: 0.12 },
    { atMs: 560, lastsMs: 420, hz: 554.37, loud: 0.08 },
  ],
}

/** Samples in [-1, 1]. */
export function render(sound: Sound): Float32Array {
  const samples = new Float32Array(Math.round((sound.lastsMs * SAMPLE_RATE) / 1000))
  for (const note of sound.notes) addNote(samples, note)
  return samples.map((sample) => Math.tanh(sample)) // rounds off where notes pile up
}

function addNote(samples: Float32Array, { atMs, lastsMs, hz, loud }: Note): void {
  const from = Math.round((atMs * SAMPLE_RATE) / 1000)
  const count = Math.min(Math.round((lastsMs * SAMPLE_RATE) / 1000), samples.length - from)
  for (let i = 0; i < count; i++) {
    const t = i / SAMPLE_RATE
    const left = (count - i) / SAMPLE_RATE
    // 4 ms in and 30 ms out, against clicks; in between it fades as a struck bar does.
    const envelope = Math.min(1, t / 0.004, left / 0.03) * Math.exp((-3 * i) / count)
    const wave = Math.sin(2 * Math.PI * hz * t) + 0.25 * Math.sin(4 * Math.PI * hz * t) * Math.exp(-8 * t)
    samples[from + i] = (samples[from + i] ?? 0) + loud * envelope * wave
  }
}

/** 16 bit, one channel. http://soundfile.sapp.org/doc/WaveFormat/ */
export function toWav(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const write = (at: number, ascii: string): void => bytes.set(new TextEncoder().encode(ascii), at)
  write(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true) // length of what follows up to `data`
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true) // channels
  view.setUint32(24, SAMPLE_RATE, true)
  view.setUint32(28, SAMPLE_RATE * 2, true) // bytes per second
  view.setUint16(32, 2, true) // bytes per frame
  view.setUint16(34, 16, true) // bits per sample
  write(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, i) => view.setInt16(44 + i * 2, Math.round(sample * 32767), true))
  return bytes
}
