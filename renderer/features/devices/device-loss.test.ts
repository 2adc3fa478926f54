import { describe, expect, it } from 'vitest'
import { fakeDevice } from '../../rtc/fakes/fake-devices'
import type { Wishes } from './device-controller'
import { POLL_MS } from './device-watch'
import { NO_WISHES, createDeviceBench } from './testing/device-bench'

describe('a wished device that goes away', () => {
  const wish: Wishes = { ...NO_WISHES, microphone: { id: 'headset', label: 'Headset' } }

  it('without a word is noticed within 2 s, replaced, and told', async () => {
    const { devices, store, controller, clock, open } = await createDeviceBench()
    controller.setWishes(wish)
    const lease = await open('microphone')
    devices.unplug('headset', true)
    await clock.advance(POLL_MS)
    expect(devices.open()).toEqual(['default'])
    expect(lease.track()?.readyState).toBe('live')
    expect(store.getState().microphone).toMatchObject({
      wished: { id: 'headset' },
      effective: { id: 'default', label: 'Studio' },
      replaced: { gone: { label: 'Headset' }, now: { label: 'Studio' } },
    })
  })

  it('is taken again when it is back', async () => {
    const { devices, store, controller, clock, open } = await createDeviceBench()
    controller.setWishes(wish)
    await open('microphone')
    devices.unplug('headset')
    await clock.settle()
    devices.plug(fakeDevice('audioinput', 'other id', 'Headset'))
    devices.changed()
    await clock.settle()
    expect(devices.open()).toEqual(['other id'])
    expect(store.getState().microphone.replaced).toBeNull()
  })

  it('is told until that is dismissed', async () => {
    const { devices, store, controller, clock } = await createDeviceBench()
    controller.setWishes(wish)
    devices.unplug('headset')
    await clock.settle()
    expect(store.getState().microphone.replaced).not.toBeNull()
    controller.dismissReplaced('microphone')
    devices.changed()
    await clock.settle()
    expect(store.getState().microphone.replaced).toBeNull()
  })

  it('is told no more once another was chosen', async () => {
    const { devices, store, controller, clock } = await createDeviceBench()
    controller.setWishes(wish)
    devices.unplug('headset')
    await clock.settle()
    controller.choose('microphone', { id: 'studio', label: 'Studio' })
    await clock.settle()
    expect(store.getState().microphone).toMatchObject({ effective: { id: 'studio' }, replaced: null })
  })

  it('with all others is looked for while the call goes on, and no longer', async () => {
    const { devices, clock, open } = await createDeviceBench([fakeDevice('audioinput', 'only')])
    const lease = await open('microphone')
    devices.unplug('only', true)
    await clock.advance(POLL_MS)
    expect(lease.track()).toBeNull()
    devices.plug(fakeDevice('audioinput', 'only'))
    await clock.advance(POLL_MS)
    expect(lease.track()?.readyState).toBe('live')
    lease.close()
    expect(clock.waiting()).toBe(0)
  })

  it('with all others leaves the call without, until one is plugged in', async () => {
    const { devices, store, clock, open } = await createDeviceBench([fakeDevice('audioinput', 'only')])
    const lease = await open('microphone')
    devices.unplug('only')
    await clock.settle()
    expect(lease.track()).toBeNull()
    expect(store.getState().microphone).toMatchObject({ effective: null, trouble: 'device-missing' })
    devices.plug(fakeDevice('audioinput', 'next'))
    devices.changed()
    await clock.settle()
    expect(lease.track()?.readyState).toBe('live')
    expect(store.getState().microphone).toMatchObject({ effective: { id: 'next' }, trouble: null })
  })
})

describe('trouble', () => {
  it('is told by its code, and over after a retry that works', async () => {
    const { devices, media, store, controller, clock } = await createDeviceBench()
    const recovered: string[] = []
    controller.onRecovered((kind) => recovered.push(kind))
    devices.refuse(null, 'NotAllowedError')
    await media.open('camera')
    expect(store.getState().camera.trouble).toBe('permission-denied')
    controller.retry('camera')
    await clock.settle()
    expect([store.getState().camera.trouble, recovered]).toEqual(['permission-denied', []])
    devices.refuse(null, undefined)
    controller.retry('camera')
    await clock.settle()
    expect([store.getState().camera.trouble, recovered]).toEqual([null, ['camera']])
    expect(devices.open()).toEqual([])
  })

  it('of a device lost in a call is mended by a retry for whoever holds it', async () => {
    const { devices, store, controller, clock, open } = await createDeviceBench()
    const lease = await open('camera')
    devices.refuse(null, 'NotReadableError')
    devices.unplug('front')
    await clock.settle()
    expect(lease.track()).toBeNull()
    devices.refuse(null, undefined)
    controller.retry('camera')
    await clock.settle()
    expect(lease.track()?.readyState).toBe('live')
    expect(store.getState().camera.trouble).toBeNull()
  })

  it('of a switch that failed is mended by a retry, and the switch made', async () => {
    const { devices, store, controller, clock, open } = await createDeviceBench()
    await open('camera')
    devices.refuse('top', 'NotReadableError')
    controller.choose('camera', { id: 'top', label: 'Top' })
    await clock.settle()
    expect(devices.open()).toEqual(['front'])
    devices.refuse('top', undefined)
    controller.retry('camera')
    await clock.settle()
    expect(devices.open()).toEqual(['top'])
    expect(store.getState().camera).toMatchObject({ effective: { id: 'top' }, trouble: null })
  })

  it('leads to the system’s page', async () => {
    const { desktop, controller } = await createDeviceBench()
    controller.openSystemSettings('camera')
    expect(desktop.asked('media.openSystemSettings')).toEqual([{ kind: 'camera' }])
  })
})
