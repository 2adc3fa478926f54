import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings'
import { fail, ok } from '../../../shared/result'
import { fakeDevice } from '../../rtc/fakes/fake-devices'
import { POLL_MS } from './device-watch'
import { COMPUTER, NO_WISHES, createDeviceBench } from './testing/device-bench'

describe('the devices of a computer', () => {
  it('are shown by kind, with the one that the system would take', async () => {
    const { store } = await createDeviceBench()
    const { microphone, camera, speaker } = store.getState()
    expect(microphone.available.map((device) => device.label)).toEqual(['Studio', 'Headset'])
    expect(microphone.effective).toEqual({ id: 'default', label: 'Studio' })
    expect(camera.effective?.id).toBe('front')
    expect(speaker.effective).toEqual({ id: 'default', label: 'Speakers' })
    expect([microphone.trouble, camera.trouble, speaker.trouble]).toEqual([null, null, null])
  })

  it('that has none are told missing', async () => {
    const { store } = await createDeviceBench([fakeDevice('audioinput', 'only')])
    expect(store.getState().camera).toMatchObject({
      available: [],
      effective: null,
      trouble: 'device-missing',
    })
    expect(store.getState().microphone.trouble).toBeNull()
  })

  it('work while their names are hidden, and have names once one was opened', async () => {
    const { devices, store, controller, open, clock } = await createDeviceBench()
    devices.hideNames(true)
    await controller.refresh()
    expect(store.getState().camera).toMatchObject({
      available: [],
      effective: { id: '', label: '' },
      trouble: null,
    })
    devices.hideNames(false)
    await open('camera')
    await clock.settle()
    expect(store.getState().camera.effective).toEqual({ id: 'front', label: 'Front' })
    expect(devices.open()).toEqual(['front'])
    expect(devices.asked()).toHaveLength(1)
  })

  it('that are open are not held for lost by a list without names', async () => {
    const { devices, controller, clock, open } = await createDeviceBench()
    await open('camera')
    devices.hideNames(true)
    await controller.refresh()
    await clock.settle()
    // The one that the list can't name is opened anew as "whatever there is", and left alone from then on.
    const asked = devices.asked().length
    await controller.refresh()
    await clock.settle()
    expect(devices.asked()).toHaveLength(asked)
  })

  it('appear as they are plugged in', async () => {
    const { devices, store, clock } = await createDeviceBench()
    devices.plug(fakeDevice('videoinput', 'new', 'New'))
    devices.changed()
    await clock.settle()
    expect(store.getState().camera.available.map((device) => device.label)).toEqual(['Front', 'Top', 'New'])
  })
})

describe('the list', () => {
  it('is looked at every 2 s while somebody watches, and no longer', async () => {
    const { devices, controller, clock } = await createDeviceBench()
    const before = devices.listed()
    await clock.advance(10 * POLL_MS)
    expect(devices.listed()).toBe(before)
    const [undo, undoAgain] = [controller.watch(), controller.watch()]
    await clock.advance(3 * POLL_MS)
    expect(devices.listed()).toBe(before + 3)
    undo()
    undo()
    await clock.advance(POLL_MS)
    expect(devices.listed()).toBe(before + 4)
    undoAgain()
    await clock.advance(10 * POLL_MS)
    expect(devices.listed()).toBe(before + 4)
  })

  it('is looked at while a device is open', async () => {
    const { devices, clock, open } = await createDeviceBench()
    const lease = await open('microphone')
    const before = devices.listed()
    await clock.advance(2 * POLL_MS)
    expect(devices.listed()).toBe(before + 2)
    lease.close()
    await clock.advance(10 * POLL_MS)
    expect(devices.listed()).toBe(before + 2)
  })

  it('is left alone after the end', async () => {
    const { devices, controller, clock, open } = await createDeviceBench()
    await open('camera')
    controller.watch()
    controller.end()
    const before = devices.listed()
    devices.changed()
    await clock.advance(10 * POLL_MS)
    expect(devices.listed()).toBe(before)
    expect(clock.waiting()).toBe(0)
  })
})

describe('a choice', () => {
  it('is taken at once, also in a call, and kept', async () => {
    const { devices, desktop, store, controller, clock, open } = await createDeviceBench()
    await open('camera')
    controller.choose('camera', { id: 'top', label: 'Top' })
    await clock.settle()
    expect(devices.open()).toEqual(['top'])
    expect(store.getState().camera).toMatchObject({ wished: { id: 'top' }, effective: { id: 'top' } })
    expect(desktop.asked('settings.change')).toEqual([
      { devices: { ...NO_WISHES, camera: { id: 'top', label: 'Top' } } },
    ])
  })

  it('of nothing follows the system again', async () => {
    const { devices, store, controller, clock, open } = await createDeviceBench()
    controller.setWishes({ ...NO_WISHES, microphone: { id: 'headset', label: 'Headset' } })
    await open('microphone')
    expect(devices.open()).toEqual(['headset'])
    controller.choose('microphone', null)
    await clock.settle()
    expect(devices.open()).toEqual(['default'])
    expect(store.getState().microphone.wished).toBeNull()
  })

  it('of a speaker opens nothing', async () => {
    const { devices, store, controller, clock } = await createDeviceBench()
    controller.choose('speaker', { id: 'ears', label: 'Ears' })
    await clock.settle()
    expect(store.getState().speaker.effective?.id).toBe('ears')
    expect(devices.asked()).toEqual([])
  })

  it('is not undone by the answer to the one before', async () => {
    const answers: (() => void)[] = []
    const { store, controller, clock } = await createDeviceBench(COMPUTER, ({ devices }) => {
      const settings = { ...DEFAULT_SETTINGS, devices: devices ?? NO_WISHES }
      return new Promise((resolve) => answers.push(() => resolve(ok(settings))))
    })
    controller.choose('camera', { id: 'top', label: 'Top' })
    controller.choose('camera', { id: 'front', label: 'Front' })
    answers[0]?.()
    controller.setWishes({ ...NO_WISHES, camera: { id: 'top', label: 'Top' } })
    await clock.settle()
    expect(store.getState().camera.wished?.id).toBe('front')
    answers[1]?.()
    await clock.settle()
    expect(store.getState().camera.wished?.id).toBe('front')
  })

  it('that can’t be kept still counts', async () => {
    const { store, controller, clock } = await createDeviceBench(COMPUTER, async () => fail('disk-full'))
    controller.choose('camera', { id: 'top', label: 'Top' })
    await clock.settle()
    expect(store.getState().camera.effective?.id).toBe('top')
  })

  it('that can’t be opened shows why, and what is in use instead', async () => {
    const { devices, store, controller, clock, open } = await createDeviceBench()
    await open('camera')
    devices.refuse('top', 'NotReadableError')
    controller.choose('camera', { id: 'top', label: 'Top' })
    await clock.settle()
    expect(store.getState().camera).toMatchObject({
      wished: { id: 'top' },
      effective: { id: 'front' },
      trouble: 'device-in-use',
    })
  })
})
