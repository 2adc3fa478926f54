import { describe, expect, it } from 'vitest'
import { deferred, settled } from '../testing/deferred'
import { createClosing } from './closing'

function bench({ hasTray = true, isExplained = true } = {}) {
  const done: string[] = []
  const answer = deferred<boolean>()
  let explained = isExplained
  const closing = createClosing({
    hasTray: () => hasTray,
    isExplained: () => explained,
    explained: () => (explained = true),
    explain: () => {
      done.push('explain')
      return answer.promise
    },
    hide: () => void done.push('hide'),
    minimise: () => void done.push('minimise'),
    quit: () => void done.push('quit'),
  })
  return { closing, done, answer: answer.resolve, explained: () => explained }
}

describe('closing the window', () => {
  it('leaves Parley in the tray', () => {
    const { closing, done } = bench()
    expect(closing.mayClose()).toBe(false)
    expect(done).toEqual(['hide'])
  })

  it('minimises it where there is no tray, and explains nothing that isn’t so', () => {
    const { closing, done, explained } = bench({ hasTray: false, isExplained: false })
    expect(closing.mayClose()).toBe(false)
    expect(done).toEqual(['minimise'])
    expect(explained()).toBe(false)
  })

  it('says so the first time, once however often it is closed meanwhile', async () => {
    const { closing, done, answer } = bench({ isExplained: false })
    closing.mayClose()
    closing.mayClose()
    expect(done).toEqual(['explain'])
    answer(false)
    await settled()
    closing.mayClose()
    expect(done).toEqual(['explain', 'hide', 'hide'])
  })

  it('quits instead where that is wanted', async () => {
    const { closing, done, answer } = bench({ isExplained: false })
    closing.mayClose()
    answer(true)
    await settled()
    expect(done).toEqual(['explain', 'quit'])
  })

  it('closes it once Parley quits', () => {
    const { closing, done } = bench()
    closing.leave()
    expect(closing.mayClose()).toBe(true)
    expect(done).toEqual([])
  })
})
