// Owns frames that a hostile client would send: the same ones for the same seed.
import fc from 'fast-check'
import { MAX_FRAME_BYTES } from '../../shared/protocol/limits'

export type BadFrame = string | Buffer

/** `valid` are texts of frames that pass, to be cut and bent. */
export function badFrames(
  valid: readonly [string, ...string[]],
  count: number,
  seed = 1,
): readonly BadFrame[] {
  return fc.sample(badFrame(valid), { numRuns: count, seed })
}

function badFrame(valid: readonly [string, ...string[]]): fc.Arbitrary<BadFrame> {
  const some = fc.constantFrom(...valid)
  const truncated = fc.tuple(some, fc.double({ min: 0, max: 0.99, noNaN: true }))
  const bent = fc.tuple(some, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }))
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 6, arbitrary: fc.json() },
    { weight: 6, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 6, arbitrary: truncated.map(([text, part]) => text.slice(0, Math.floor(text.length * part))) },
    { weight: 6, arbitrary: bent.map(([text, at, by]) => bend(text, at % text.length, by)) },
    {
      weight: 4,
      arbitrary: fc.integer({ min: 100, max: MAX_FRAME_BYTES }).map((levels) => '['.repeat(levels)),
    },
    { weight: 4, arbitrary: fc.integer({ min: 13, max: 10_000 }).map(deepOffer) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: MAX_FRAME_BYTES, max: 1_000_000 }).map((size) => ' '.repeat(size)),
    },
    {
      weight: 2,
      arbitrary: fc.string({ minLength: 1 }).map((type) => JSON.stringify({ type, dst: type, payload: {} })),
    },
  )
}

const bend = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1)

const deepOffer = (levels: number): string =>
  `{"type":"OFFER","dst":"${'0'.repeat(32)}","payload":{"type":"media","deep":${'[1,'.repeat(levels)}1${']'.repeat(levels)}}}`
