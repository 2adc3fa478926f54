import { expect, it } from 'vitest'
import { SAMPLE_RATE } from './render-sound'
import { toWav } from './to-wav'

it('a WAV says what it holds', () => {
  const bytes = toWav(Float32Array.from([0, 1, -1]))
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  const view = new DataView(bytes.buffer)
  expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
  expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([bytes.length - 8, 6])
  expect([view.getUint16(22, true), view.getUint32(24, true)]).toEqual([1, SAMPLE_RATE])
  expect([44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([0, 32767, -32767])
})
