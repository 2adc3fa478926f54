import { expect, test } from 'vitest'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import type { LevelMeters } from '../../rtc/audio-level'
import { FakeLocalMedia } from '../../rtc/fakes/fake-local-media'
import { checkDevices, type DeviceCheckState } from './check-devices'

function bench() {
  const media = new FakeLocalMedia('ana')
  const clock = createFakeClock()
  const states: DeviceCheckState[] = []
  const levels: number[] = []
  let meters = 0
  const counting: LevelMeters = {
    meter: () => {
      meters += 1
      return { read: () => 0.5, end: () => void (meters -= 1) }
    },
    end: () => undefined,
  }
  const start = () =>
    checkDevices({
      media,
      meters: counting,
      clock,
      onState: (state) => states.push(state),
      onLevel: (level) => levels.push(level),
    })
  const open = () => [media.openLeases('microphone'), media.openLeases('camera')]
  return {
    media,
    clock,
    states,
    levels,
    start,
    open,
    last: () => states[states.length - 1],
    meters: () => meters,
  }
}

test('shows the camera and measures the microphone', async () => {
  const { start, clock, last, levels, open } = bench()
  start()
  await clock.advance(100)
  expect(last()?.camera?.kind).toBe('video')
  expect(last()?.opening).toBe(false)
  expect(levels).toEqual([0.5, 0.5])
  expect(open()).toEqual([1, 1])
})

test('ending gives everything back', async () => {
  const { start, clock, open, meters } = bench()
  const check = start()
  await clock.advance(100)
  check.end()
  expect([open(), meters(), clock.waiting()]).toEqual([[0, 0], 0, 0])
})

test('a device that opens after the end is closed at once', async () => {
  const { media, start, clock, open, states } = bench()
  media.hold()
  const check = start()
  check.end()
  const shown = states.length
  media.release()
  await clock.settle()
  expect(open()).toEqual([0, 0])
  expect(states).toHaveLength(shown)
})

test('without a permission the other device is still tried', async () => {
  const { media, start, clock, last } = bench()
  media.refuse('microphone', 'permission-denied')
  start()
  await clock.settle()
  expect(last()?.troubles).toEqual({ microphone: 'permission-denied', camera: null })
  expect(last()?.camera).not.toBeNull()
})

test('a camera that is unplugged is said to be missing', async () => {
  const { media, start, clock, last } = bench()
  start()
  await clock.settle()
  media.change('camera', 'device-missing')
  expect(last()).toMatchObject({ camera: null, troubles: { camera: 'device-missing' } })
})
