import { expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { AGAIN_MS, createSentAnswers, KEEP_MS } from './peer-answers'

const THEM = 'a'.repeat(32)
const frame = (type: string, connectionId: string, dst = THEM) => ({
  type,
  dst,
  payload: { type: 'media', connectionId },
})
const answer = frame('ANSWER', 'mc_1')
const candidate = frame('CANDIDATE', 'mc_1')

function bench() {
  const clock = createFakeClock()
  const sent: unknown[] = []
  const answers = createSentAnswers(clock, (each) => sent.push(each))
  return { clock, sent, answers }
}

it('sends an answer that nobody took again, with its candidates, until somebody takes it', async () => {
  const { clock, sent, answers } = bench()
  answers.sent(answer)
  answers.sent(candidate)
  answers.expired(THEM)
  answers.expired(THEM) // one word for each try is enough
  expect(sent).toEqual([])
  await clock.advance(AGAIN_MS)
  expect(sent).toEqual([answer, candidate])
  answers.expired(THEM)
  await clock.advance(AGAIN_MS)
  expect(sent).toEqual([answer, candidate, answer, candidate])
  await clock.advance(KEEP_MS)
  expect(sent).toHaveLength(4)
})

it('repeats nothing of another person, of a closed connection, or of an offer', async () => {
  const { clock, sent, answers } = bench()
  answers.sent(frame('OFFER', 'mc_2'))
  answers.sent(frame('CANDIDATE', 'mc_2'))
  answers.sent(frame('ANSWER', 'mc_3', 'b'.repeat(32)))
  answers.sent(answer)
  answers.sent({ type: 'CTL', dst: THEM, payload: {} })
  answers.expired(THEM)
  answers.forget('mc_1')
  await clock.advance(AGAIN_MS)
  expect(sent).toEqual([])
})

it('gives up after a while, however often it hears the same', async () => {
  const { clock, sent, answers } = bench()
  answers.sent(answer)
  await clock.advance(KEEP_MS + 1)
  answers.expired(THEM)
  await clock.advance(AGAIN_MS)
  expect(sent).toEqual([])
})
