import { expect, it } from 'vitest'
import { createFairReader, type Speaker } from './fair-reader'

interface FakeSpeaker extends Speaker {
  ended: boolean
  reads: boolean
}

const createSpeaker = (): FakeSpeaker => {
  const speaker = {
    ...{ ended: false, reads: true },
    pause: () => void (speaker.reads = false),
    resume: () => void (speaker.reads = true),
  }
  return speaker
}
const text = (n: number): Buffer => Buffer.from(String(n))
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('lets others speak after 32 messages in a row, in the order in which they were sent', async () => {
  const said: string[] = []
  const [loud, quiet] = [createSpeaker(), createSpeaker()]
  const hear = createFairReader<FakeSpeaker>((speaker, each) => {
    said.push(`${speaker === loud ? 'loud' : 'quiet'} ${String(each)}`)
  })
  for (let n = 0; n < 80; n += 1) hear(loud, text(n))
  hear(quiet, text(0))
  expect(said).toHaveLength(33)
  expect(said.at(-1)).toBe('quiet 0')
  expect(loud.reads).toBe(false)
  await turn()
  expect(said).toHaveLength(65)
  hear(loud, text(80)) // was read before it was paused
  while (!loud.reads) await turn()
  expect(said.filter((each) => each.startsWith('loud'))).toEqual(
    Array.from({ length: 81 }, (_, n) => `loud ${String(n)}`),
  )
})

it('puts nobody off whose messages come between those of others', () => {
  let heard = 0
  const [one, other] = [createSpeaker(), createSpeaker()]
  const hear = createFairReader(() => (heard += 1))
  for (let n = 0; n < 100; n += 1) hear(n % 2 === 0 ? one : other, text(n))
  expect(heard).toBe(100)
  expect([one.reads, other.reads]).toEqual([true, true])
})

it('puts nobody off who sends one after the other, however long nobody else says anything', async () => {
  let heard = 0
  const alone = createSpeaker()
  const hear = createFairReader(() => (heard += 1))
  for (let n = 0; n < 100; n += 1) {
    hear(alone, text(n))
    expect(heard).toBe(n + 1)
    await turn()
  }
  expect(alone.reads).toBe(true)
})

it('drops what was said, and reads nothing more, once it is no longer served', async () => {
  let heard = 0
  const loud = createSpeaker()
  const hear = createFairReader(() => {
    heard += 1
    if (heard === 40) loud.ended = true
  })
  for (let n = 0; n < 200; n += 1) hear(loud, text(n))
  for (let n = 0; n < 10; n += 1) await turn()
  expect(heard).toBe(64)
  expect(loud.reads).toBe(false)
})
