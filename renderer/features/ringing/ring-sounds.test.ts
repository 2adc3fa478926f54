import { describe, expect, it } from 'vitest'
import { RING, RINGBACK, SAMPLE_RATE, render, toWav } from './ring-sounds'

const rms = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

describe.each([
  ['ring', RING, 0.05],
  ['ringback', RINGBACK, 0.01],
])('the %s', (_name, sound, loud) => {
  const samples = render(sound)
  const second = (from: number, to: number): Float32Array =>
    samples.subarray(Math.round(from * SAMPLE_RATE), Math.round(to * SAMPLE_RATE))

  it('is heard from its first 50 ms on', () => {
    expect(rms(second(0, 0.05))).toBeGreaterThan(loud)
  })

  it('ends in a pause, so that its loop has no click', () => {
    expect(rms(second(sound.lastsMs / 1000 - 0.5, sound.lastsMs / 1000))).toBe(0)
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01)
  })

  it('never overdrives', () => {
    expect(samples.every((sample) => Math.abs(sample) < 1)).toBe(true)
  })

  it('has no jump that would click', () => {
    const jumps = samples.subarray(1).map((sample, i) => Math.abs(sample - (samples[i] ?? 0)))
    expect(Math.max(...jumps)).toBeLessThan(0.5)
  })
})

it('what rings at the other end is softer than what calls', () => {
  expect(rms(render(RINGBACK))).toBeLessThan(rms(render(RING)) / 3)
})

it('a WAV says what it holds', () => {
  const bytes = toWav(Float32Array.from([0, 1, -1]))
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  const view = new DataView(bytes.buffer)
  expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
  expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([bytes.length - 8, 6])
  expect([view.getUint16(22, true), view.getUint32(24, true)]).toEqual([1, SAMPLE_RATE])
  expect([44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([0, 32767, -32767])
})
