import { describe, expect, it } from 'vitest'
import { deferred, settled } from '../testing/deferred'
import { createCloseQuestion } from './close-question'

function setUp() {
  const answer = deferred<boolean>()
  const seen = { asked: 0, closed: 0 }
  const question = createCloseQuestion({
    ask: () => {
      seen.asked += 1
      return answer.promise
    },
    close: () => (seen.closed += 1),
  })
  return { question, seen, answer: answer.resolve }
}

describe('closing the window', () => {
  it('is not asked about outside a call', () => {
    const { question, seen } = setUp()
    expect(question.mayClose()).toBe(true)
    expect(seen.asked).toBe(0)
  })

  it('during a call asks once, and hangs up where that is wanted', async () => {
    const { question, seen, answer } = setUp()
    question.setInCall(true)
    expect(question.mayClose()).toBe(false)
    expect(question.mayClose()).toBe(false)
    expect(seen.asked).toBe(1)
    answer(true)
    await settled()
    expect(seen.closed).toBe(1)
    expect(question.mayClose()).toBe(true)
  })

  it('during a call stays where that is wanted, and asks again the next time', async () => {
    const { question, seen, answer } = setUp()
    question.setInCall(true)
    question.mayClose()
    answer(false)
    await settled()
    expect(seen.closed).toBe(0)
    expect(question.mayClose()).toBe(false)
    expect(seen.asked).toBe(2)
  })

  it('stays where that is wanted, also when the call ended under the question', async () => {
    const { question, seen, answer } = setUp()
    question.setInCall(true)
    question.mayClose()
    question.setInCall(false)
    answer(false)
    await settled()
    expect(seen.closed).toBe(0)
    expect(question.mayClose()).toBe(true)
  })

  it('is not asked about when the session ends', () => {
    const { question, seen } = setUp()
    question.setInCall(true)
    question.waive()
    expect(question.mayClose()).toBe(true)
    expect(seen.asked).toBe(0)
  })
})
