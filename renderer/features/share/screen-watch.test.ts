import { beforeEach, expect, it } from 'vitest'
import { createFakeClock, type FakeClock } from '../../platform/fakes/fake-clock'
import { silentLog } from '../../platform/log'
import { ScreenWatch, type Watching } from './screen-watch'

const shown = { epoch: 3, kind: 'window', title: 'Plan', mode: 'text', held: null, sound: false } as const
const CALL_ID = 'c'.repeat(32)

let clock: FakeClock
let told: unknown[]
let asked = 0
let framesDecoded = 0
let watch: ScreenWatch
let broken = false

const call: Watching['call'] = {
  callId: CALL_ID,
  stats() {
    asked += 1
    framesDecoded += 10
    const inbound = {
      id: 'I',
      type: 'inbound-rtp',
      mid: '2',
      framesDecoded,
      frameWidth: 800,
      frameHeight: 600,
    }
    return broken ? Promise.reject(new Error('closed')) : Promise.resolve(new Map([['I', inbound]]))
  },
}
const idle: Watching = { call, shown: null, measures: false }

beforeEach(() => {
  clock = createFakeClock()
  told = []
  asked = framesDecoded = 0
  broken = false
  watch = new ScreenWatch({
    ...{ clock, log: silentLog },
    onSeen: (callId, epoch, { width }) => void told.push([callId, epoch, width]),
    onMeasured: (availableBps, frames) => void told.push(['measured', availableBps, frames]),
  })
})

it('says about every two seconds what is seen, while something is shown', async () => {
  watch.watch({ ...idle, shown })
  await clock.advance(6_000)
  expect(told).toEqual([1, 2, 3].map(() => [CALL_ID, 3, 800]))
  watch.watch(idle)
  await clock.advance(6_000)
  expect(told).toHaveLength(3)
  expect(clock.waiting()).toBe(0)
})

it('says nothing of a share that is held', async () => {
  watch.watch({ ...idle, shown: { ...shown, held: 'paused' } })
  await clock.advance(6_000)
  expect(told).toEqual([])
})

it('measures while this side shares, and asks nothing of nobody', async () => {
  watch.watch({ ...idle, measures: true })
  await clock.advance(2_000)
  expect(told).toEqual([1, 2].map(() => ['measured', null, null]))
  const before = asked
  watch.watch({ call: null, shown, measures: true })
  await clock.advance(6_000)
  expect(asked).toBe(before)
  expect(clock.waiting()).toBe(0)
})

it('goes on after a question that failed', async () => {
  broken = true
  watch.watch({ ...idle, shown })
  await clock.advance(4_000)
  broken = false
  await clock.advance(4_000)
  expect(told.length).toBeGreaterThan(0)
})
