import { describe, expect, it } from 'vitest'
import { loudness } from './audio-level'

const sine = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 1024 }, (_, i) => amplitude * Math.sin((2 * Math.PI * i * 8) / 1024))

describe('loudness', () => {
  it.each<[what: string, samples: Float32Array, level: number]>([
    ['silence', new Float32Array(1024), 0],
    ['a whisper below −60 dB', sine(0.001), 0],
    ['−35 dB, in the middle', sine(Math.SQRT2 * 10 ** (-35 / 20)), 0.5],
    ['−10 dB', sine(Math.SQRT2 * 10 ** (-10 / 20)), 1],
    ['the loudest', sine(1), 1],
  ])('of %s', (_what, samples, level) => {
    expect(loudness(samples)).toBeCloseTo(level, 2)
  })
})
