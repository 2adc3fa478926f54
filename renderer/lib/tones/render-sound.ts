// Owns making a sound from sine waves that die away, as things do that are struck: so the sounds are ours and need no
// file. Pure: numbers in, samples out. Which sounds there are is ring-tones.ts.

export const SAMPLE_RATE = 24_000

/** One of the waves that a struck thing sounds with. */
export interface Partial {
  /** Of the note's own frequency. */
  readonly ratio: number
  readonly loud: number
  /** It falls to 1/e in a second divided by this. */
  readonly decay: number
}

export interface Note {
  readonly atMs: number
  readonly lastsMs: number
  readonly hz: number
  readonly loud: number
  readonly partials: readonly Partial[]
}

export interface Sound {
  /** It is looped, so it ends with its pause. */
  readonly lastsMs: number
  readonly notes: readonly Note[]
}

/** Against clicks. */
const IN_S = 0.004
const OUT_S = 0.03
/** What piles up is rounded off below it, at −1.4 dB: a resampler makes peaks a little higher. */
const CEILING = 0.85

/** Samples in [-1, 1]. */
export function render(sound: Sound): Float32Array {
  const samples = new Float32Array(Math.round((sound.lastsMs * SAMPLE_RATE) / 1000))
  for (const note of sound.notes) {
    for (const partial of note.partials) addPartial(samples, note, partial)
  }
  return samples.map((sample) => CEILING * Math.tanh(sample / CEILING))
}

/** By turning a pointer instead of asking for each sine: a call that begins to ring waits for this. */
function addPartial(
  samples: Float32Array,
  { atMs, lastsMs, hz, loud }: Note,
  { ratio, loud: share, decay }: Partial,
): void {
  const from = Math.round((atMs * SAMPLE_RATE) / 1000)
  const count = Math.min(Math.round((lastsMs * SAMPLE_RATE) / 1000), samples.length - from)
  const turn = (2 * Math.PI * hz * ratio) / SAMPLE_RATE
  const shrink = Math.exp(-decay / SAMPLE_RATE)
  const [cos, sin] = [shrink * Math.cos(turn), shrink * Math.sin(turn)]
  let [x, y] = [loud * share, 0]
  for (let i = 0; i < count; i++) {
    const edge = Math.min(1, i / SAMPLE_RATE / IN_S, (count - i) / SAMPLE_RATE / OUT_S)
    samples[from + i] = (samples[from + i] ?? 0) + edge * y
    ;[x, y] = [x * cos - y * sin, x * sin + y * cos]
  }
}
