import { describe, expect, it } from 'vitest'
import { fakeDevice } from './fakes/fake-devices'
import { createMediaBench, openLease } from './fakes/media-bench'

/** Every promise that can settle has settled after it. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('switching', () => {
  it('gives each lease a new track, muted as it was, and leaves the old device closed', async () => {
    const { devices, media } = createMediaBench()
    media.use('microphone', 'studio')
    const [muted, loud] = [await openLease(media, 'microphone'), await openLease(media, 'microphone')]
    const before = muted.track()
    if (before) before.enabled = false
    const given: (MediaStreamTrack | null)[] = []
    muted.onTrack((track) => given.push(track))
    media.use('microphone', 'headset')
    await settled()
    expect(devices.open()).toEqual(['headset'])
    expect(given).toEqual([muted.track()])
    expect(muted.track()).not.toBe(before)
    expect(before?.readyState).toBe('ended')
    expect([muted.track()?.enabled, loud.track()?.enabled]).toEqual([false, true])
  })

  it('stays muted over a device that was lost in between', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    const lease = await openLease(media, 'camera')
    const track = lease.track()
    if (track) track.enabled = false
    devices.refuse(null, 'NotReadableError')
    devices.unplug('camera')
    await settled()
    expect(lease.track()).toBeNull()
    devices.refuse(null, undefined)
    media.use('camera', 'other')
    await settled()
    expect(lease.track()?.enabled).toBe(false)
  })

  it('to the device in use does nothing', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    await openLease(media, 'camera')
    media.use('camera', 'camera')
    await settled()
    expect(devices.asked()).toHaveLength(1)
  })

  it('to the device that was taken anyway opens nothing again', async () => {
    const { devices, media } = createMediaBench()
    const lease = await openLease(media, 'camera')
    const track = lease.track()
    media.use('camera', 'camera')
    await settled()
    expect(devices.asked()).toHaveLength(1)
    expect(lease.track()).toBe(track)
    media.use('camera', 'other')
    await settled()
    expect(devices.open()).toEqual(['other'])
  })

  it('back from one that failed ends its trouble without opening anything', async () => {
    const { devices, media, reports } = createMediaBench()
    media.use('camera', 'camera')
    await openLease(media, 'camera')
    devices.refuse('other', 'NotReadableError')
    media.use('camera', 'other')
    await settled()
    media.use('camera', 'camera')
    await settled()
    expect(devices.asked()).toHaveLength(2)
    expect(reports.at(-1)).toMatchObject({ deviceId: 'camera', trouble: null })
  })

  it('opens the default again when another device stands behind it', async () => {
    const { devices, media } = createMediaBench()
    media.use('microphone', null, 'studio')
    await openLease(media, 'microphone')
    media.use('microphone', null, 'headset')
    await settled()
    expect(devices.asked()).toHaveLength(2)
    expect(devices.open()).toEqual(['studio'])
  })

  it('that fails leaves the device in use, and says why', async () => {
    const { devices, media, reports } = createMediaBench()
    media.use('camera', 'camera')
    const lease = await openLease(media, 'camera')
    const before = lease.track()
    devices.refuse('other', 'NotReadableError')
    media.use('camera', 'other')
    await settled()
    expect(lease.track()).toBe(before)
    expect(before?.readyState).toBe('live')
    expect(reports.at(-1)).toEqual({
      kind: 'camera',
      open: true,
      held: true,
      deviceId: 'camera',
      trouble: 'device-in-use',
    })
    devices.refuse('other', undefined)
    media.retry('camera')
    await settled()
    expect(devices.open()).toEqual(['other'])
  })

  it('twice in a row ends at the last', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    await openLease(media, 'camera')
    devices.hold()
    media.use('camera', 'other')
    media.use('camera', 'camera')
    devices.release()
    await settled()
    expect(devices.open()).toEqual(['camera'])
  })

  it('while it opens ends at the new one, for everybody who waits', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    devices.hold()
    const leases = [media.open('camera'), media.open('camera')]
    await settled()
    media.use('camera', 'other')
    devices.release()
    for (const lease of await Promise.all(leases)) expect(lease.ok).toBe(true)
    expect(devices.open()).toEqual(['other'])
  })

  it('serves a lease that is opened during a switch which then fails', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    await openLease(media, 'camera')
    devices.refuse('other', 'NotReadableError')
    devices.hold()
    media.use('camera', 'other')
    const late = media.open('camera')
    devices.release()
    expect(await late).toMatchObject({ ok: true })
  })
})

describe('closing', () => {
  it('while a switch is under way leaves nothing open', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    const lease = await openLease(media, 'camera')
    devices.hold()
    media.use('camera', 'other')
    lease.close()
    expect(devices.open()).toEqual([])
    devices.release()
    await settled()
    expect(devices.open()).toEqual([])
  })

  it('and opening again while it opens serves the new lease', async () => {
    const { devices, media } = createMediaBench()
    const lease = await openLease(media, 'camera')
    devices.hold()
    media.use('camera', 'other')
    lease.close()
    const again = media.open('camera')
    devices.release()
    expect(await again).toMatchObject({ ok: true })
    expect(devices.open()).toEqual(['other'])
  })
})

describe('a lost device', () => {
  it('that says so is replaced at once by what the system has', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    const lease = await openLease(media, 'camera')
    devices.unplug('camera')
    await settled()
    expect(devices.open()).toEqual(['other'])
    expect(lease.track()?.readyState).toBe('live')
  })

  it('that says nothing is found missing from the list', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    const lease = await openLease(media, 'camera')
    devices.unplug('camera', true)
    expect(lease.track()?.readyState).toBe('live')
    media.present('camera', new Set(['other']))
    await settled()
    expect(devices.open()).toEqual(['other'])
  })

  it('that is still in the list is left alone', async () => {
    const { devices, media } = createMediaBench()
    await openLease(media, 'camera')
    media.present('camera', new Set(['camera', 'other']))
    await settled()
    expect(devices.asked()).toHaveLength(1)
  })

  it('that nothing takes the place of gives null and the reason, until there is one again', async () => {
    const { devices, media, reports } = createMediaBench()
    const lease = await openLease(media, 'camera')
    const told: (string | null)[] = []
    lease.onTrack((_track, code) => told.push(code))
    devices.unplug('other')
    devices.unplug('camera')
    await settled()
    expect(lease.track()).toBeNull()
    expect(reports.at(-1)).toMatchObject({ open: false, trouble: 'device-missing' })
    devices.plug(fakeDevice('videoinput', 'third'))
    media.use('camera', 'third')
    await settled()
    expect(lease.track()?.readyState).toBe('live')
    expect(told).toEqual(['device-missing', null])
  })

  it('that is back under the same id before anybody looked is opened again', async () => {
    const { devices, media } = createMediaBench()
    media.use('microphone', 'studio')
    const lease = await openLease(media, 'microphone')
    const studio = fakeDevice('audioinput', 'studio')
    devices.unplug('headset')
    devices.unplug('studio')
    await settled()
    expect(lease.track()).toBeNull()
    media.present('microphone', new Set())
    await settled()
    expect(lease.track()).toBeNull()
    devices.plug(studio)
    media.present('microphone', new Set(['studio']))
    await settled()
    expect(lease.track()?.readyState).toBe('live')
  })

  it('is not tried for again and again where the reason is another', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    await openLease(media, 'camera')
    devices.refuse(null, 'NotReadableError')
    devices.unplug('camera')
    await settled()
    const asked = devices.asked().length
    media.present('camera', new Set(['camera', 'other']))
    await settled()
    expect(devices.asked()).toHaveLength(asked)
  })

  it('while another is being opened is not opened a second time', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'camera')
    const lease = await openLease(media, 'camera')
    devices.hold()
    media.use('camera', 'other')
    devices.unplug('camera')
    devices.release()
    await settled()
    expect(devices.open()).toEqual(['other'])
    expect(devices.asked()).toHaveLength(2)
    expect(lease.track()?.readyState).toBe('live')
  })
})
