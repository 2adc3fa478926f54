import { describe, expect, it } from 'vitest'
import { deferred, settled } from '../testing/deferred'
import { createQuitQuestion } from './quit-question'

function setUp() {
  const answer = deferred<boolean>()
  const seen = { asked: 0, quit: 0 }
  const question = createQuitQuestion({
    ask: () => {
      seen.asked += 1
      return answer.promise
    },
    quit: () => (seen.quit += 1),
  })
  return { question, seen, answer: answer.resolve }
}

describe('quitting', () => {
  it('is not asked about outside a call', () => {
    const { question, seen } = setUp()
    expect(question.mayQuit()).toBe(true)
    expect(seen.asked).toBe(0)
  })

  it('during a call asks once, and hangs up where that is wanted', async () => {
    const { question, seen, answer } = setUp()
    question.setInCall(true)
    expect(question.mayQuit()).toBe(false)
    expect(question.mayQuit()).toBe(false)
    expect(seen.asked).toBe(1)
    answer(true)
    await settled()
    expect(seen.quit).toBe(1)
    expect(question.mayQuit()).toBe(true)
  })

  it('during a call stays where that is wanted, and asks again the next time', async () => {
    const { question, seen, answer } = setUp()
    question.setInCall(true)
    question.mayQuit()
    answer(false)
    await settled()
    expect(seen.quit).toBe(0)
    expect(question.mayQuit()).toBe(false)
    expect(seen.asked).toBe(2)
  })

  it('stays where that is wanted, also when the call ended under the question', async () => {
    const { question, seen, answer } = setUp()
    question.setInCall(true)
    question.mayQuit()
    question.setInCall(false)
    answer(false)
    await settled()
    expect(seen.quit).toBe(0)
    expect(question.mayQuit()).toBe(true)
  })

  it('is not asked about when the session ends', () => {
    const { question, seen } = setUp()
    question.setInCall(true)
    question.waive()
    expect(question.mayQuit()).toBe(true)
    expect(seen.asked).toBe(0)
  })
})
