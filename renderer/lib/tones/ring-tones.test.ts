import { describe, expect, it } from 'vitest'
import { RING_TONES } from '../../../shared/model/ring'
import { RINGBACK } from '../../features/ringing/ringback'
import { render, SAMPLE_RATE } from './render-sound'
import { RING_SOUNDS } from './ring-tones'
import { loudnessOf } from './testing/k-weighted'

const rms = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
const peak = (samples: Float32Array): number => Math.max(...samples.map(Math.abs))
const part = (samples: Float32Array, fromMs: number, toMs: number): Float32Array =>
  samples.subarray(Math.round((fromMs * SAMPLE_RATE) / 1000), Math.round((toMs * SAMPLE_RATE) / 1000))

/** −1 dB. */
const HIGHEST_PEAK = 10 ** (-1 / 20)

describe.each([
  ...RING_TONES.map((tone) => [tone, RING_SOUNDS[tone], 0.05] as const),
  ['ringback', RINGBACK, 0.01] as const,
])('the %s', (_name, sound, loud) => {
  const samples = render(sound)

  it('is heard from its first 50 ms on', () => {
    expect(rms(part(samples, 0, 50))).toBeGreaterThan(loud)
  })

  it('ends in a pause, so that its loop has no click', () => {
    expect(rms(part(samples, sound.lastsMs - 500, sound.lastsMs))).toBe(0)
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01)
  })

  it('never overdrives', () => {
    expect(peak(samples)).toBeLessThan(HIGHEST_PEAK)
  })

  it('has no jump that would click', () => {
    const jumps = samples.subarray(1).map((sample, i) => Math.abs(sample - (samples[i] ?? 0)))
    expect(Math.max(...jumps)).toBeLessThan(0.5)
  })
})

describe('the ring tones', () => {
  const rendered = RING_TONES.map((tone) => render(RING_SOUNDS[tone]))

  it('are as loud as each other', () => {
    const loud = rendered.map((samples) => loudnessOf(samples, SAMPLE_RATE))
    expect(Math.max(...loud) - Math.min(...loud)).toBeLessThan(0.5)
    expect(Math.min(...loud)).toBeGreaterThan(-16)
  })

  it('have rhythms of their own', () => {
    const rhythms = rendered.map((samples) => onsets(samples).join())
    expect(new Set(rhythms).size).toBe(RING_TONES.length)
    expect(rendered.map((samples) => onsets(samples).length)).toEqual([2, 2, 12])
  })

  it('have timbres of their own: how bright a stroke begins, and how long it lasts', () => {
    const [chime, bell, marimba] = rendered.map((samples) => decayMs(samples))
    expect(marimba).toBeLessThan(100)
    expect(bell).toBeGreaterThan(400)
    expect(chime).toBeGreaterThan(100)
  })
})

it('what rings at the other end is softer than what calls', () => {
  for (const tone of RING_TONES)
    expect(rms(render(RINGBACK))).toBeLessThan(rms(render(RING_SOUNDS[tone])) / 3)
})

/** When something is struck, in ms: where a frame is clearly louder than the one before. */
function onsets(samples: Float32Array): readonly number[] {
  const FRAME_MS = 25
  const found: number[] = []
  let before = 0
  for (let atMs = 0; (atMs * SAMPLE_RATE) / 1000 < samples.length; atMs += FRAME_MS) {
    const now = rms(part(samples, atMs, atMs + FRAME_MS))
    if (now > before * 1.35 && now > 0.03 && atMs - (found.at(-1) ?? -100) >= 100) found.push(atMs)
    before = now
  }
  return found
}

/** How long the last stroke takes to half of its loudness. */
function decayMs(samples: Float32Array): number {
  const struckMs = onsets(samples).at(-1) ?? 0
  const loudest = rms(part(samples, struckMs, struckMs + 25))
  let atMs = struckMs
  while (rms(part(samples, atMs, atMs + 25)) > loudest / 2) atMs += 5
  return atMs - struckMs
}
