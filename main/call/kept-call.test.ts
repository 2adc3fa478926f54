import { expect, it } from 'vitest'
import { KEPT_CALL_MS, type KeptCall } from '../../shared/model/kept-call'
import { createKeptCall } from './kept-call'

const CALL: KeptCall = {
  ...{ callId: 'c'.repeat(32), firstCallId: 'c'.repeat(32), direction: 'incoming', video: true },
  ...{ startedAt: 0, connectedAt: 0, id: 'a'.repeat(32), name: 'Ana', callBack: null },
  ...{ server: 'https://one.example/', home: true, via: null, peerId: 'a'.repeat(32) },
  ...{ microphone: true, camera: false },
}

function bench() {
  let nowMs = 0
  return { kept: createKeptCall(() => nowMs), wait: (ms: number) => (nowMs += ms) }
}

it('a call whose page was lost is given to the next page, once', () => {
  const { kept, wait } = bench()
  kept.keep(CALL)
  wait(60_000)
  kept.pageLeft()
  wait(1_000)
  kept.pageLeft()
  expect(kept.takeLost()).toEqual(CALL)
  expect(kept.takeLost()).toBeNull()
})

it.each([
  [KEPT_CALL_MS, true],
  [KEPT_CALL_MS + 1, false],
])('%i ms later it is still worth taking up: %s', (ms, worth) => {
  const { kept, wait } = bench()
  kept.keep(CALL)
  kept.pageLeft()
  wait(ms)
  expect(kept.takeLost() !== null).toBe(worth)
})

it('a call that ended, and one that its page is still in, are nothing to take up', () => {
  const { kept } = bench()
  kept.keep(CALL)
  expect(kept.takeLost()).toBeNull()
  kept.keep(null)
  kept.pageLeft()
  expect(kept.takeLost()).toBeNull()
})

it('a second call is not the first one’s', () => {
  const { kept } = bench()
  kept.keep(CALL)
  kept.pageLeft()
  kept.keep({ ...CALL, name: 'Cy' })
  expect(kept.takeLost()).toBeNull()
  kept.pageLeft()
  expect(kept.takeLost()?.name).toBe('Cy')
})
