import { expect, it } from 'vitest'
import { createAwake, type PowerBlocker } from './awake'

function fakeBlocker(): PowerBlocker & { readonly active: Map<number, string>; readonly gaps: number } {
  const active = new Map<number, string>()
  let id = 0
  let gaps = 0
  return {
    active,
    get gaps() {
      return gaps
    },
    start(type) {
      active.set(++id, type)
      return id
    },
    stop(stopped) {
      active.delete(stopped)
      if (active.size === 0) gaps += 1
    },
  }
}

it('keeps the machine awake in a call with sound, the display too with a picture', () => {
  const blocker = fakeBlocker()
  const awake = createAwake(blocker)
  awake.set({ active: true, video: false })
  expect([...blocker.active.values()]).toEqual(['prevent-app-suspension'])
  awake.set({ active: true, video: true })
  expect([...blocker.active.values()]).toEqual(['prevent-display-sleep'])
  expect(blocker.gaps).toBe(0)
})

it('lets it sleep after the call, told once or twice', () => {
  const blocker = fakeBlocker()
  const awake = createAwake(blocker)
  awake.set({ active: true, video: true })
  awake.set({ active: true, video: true })
  expect(blocker.active.size).toBe(1)
  awake.set({ active: false, video: false })
  awake.set({ active: false, video: false })
  expect(blocker.active.size).toBe(0)
})
