import { expect, it } from 'vitest'
import { settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import type { X11 } from './x11-connection'
import { createX11Link } from './x11-link'

function setUp() {
  const timers = createManualTimers()
  const seen = { opened: 0, closed: 0, lose: (): unknown => undefined, refuses: false }
  const link = createX11Link({
    after: (ms, run) => timers.after(ms, run),
    async open(lost) {
      seen.opened += 1
      seen.lose = lost
      return seen.refuses ? null : connection(() => (seen.closed += 1))
    },
  })
  return { link, timers, seen }
}

function connection(close: () => void): X11 {
  return {
    root: 1,
    read: () => Promise.resolve(null),
    atomValue: () => null,
    boundsOf: () => Promise.resolve(null),
    parentOf: () => Promise.resolve(null),
    watch: () => undefined,
    hear: () => () => undefined,
    raw: () => null,
    close,
  }
}

it('is opened once for all, and closed a while after the last of them', async () => {
  const { link, timers, seen } = setUp()
  let ready = 0
  const first = link.hold(() => (ready += 1))
  const second = link.hold(() => (ready += 1))
  await settled()
  const third = link.hold(() => (ready += 1))
  expect([seen.opened, ready]).toEqual([1, 3])
  first()
  second()
  timers.advance(60_000)
  expect(seen.closed).toBe(0)
  third()
  third()
  timers.advance(5_000)
  expect(seen.closed).toBe(1)
  expect(timers.pending).toBe(0)
})

it('is kept where somebody comes back in time', async () => {
  const { link, timers, seen } = setUp()
  const first = link.hold(() => undefined)
  await settled()
  first()
  timers.advance(4_000)
  link.hold(() => undefined)
  timers.advance(10_000)
  expect([seen.opened, seen.closed]).toEqual([1, 0])
})

it('is closed where nobody waits for it any more when it is open', async () => {
  const { link, timers, seen } = setUp()
  let ready = 0
  link.hold(() => (ready += 1))()
  await settled()
  timers.advance(5_000)
  expect([ready, seen.closed]).toEqual([0, 1])
})

it('is opened again after a loss, for those who still hold it', async () => {
  const { link, timers, seen } = setUp()
  let ready = 0
  link.hold(() => (ready += 1))
  await settled()
  seen.lose()
  timers.advance(10_000)
  await settled()
  expect([seen.opened, ready]).toEqual([2, 2])
})

it('is not tried again and again where there is nothing to speak to', async () => {
  const { link, timers, seen } = setUp()
  seen.refuses = true
  link.hold(() => undefined)
  await settled()
  for (let times = 0; times < 20; times += 1) link.hold(() => undefined)
  await settled()
  expect(seen.opened).toBe(1)
  timers.advance(10_000)
  expect(seen.opened).toBe(2)
})
