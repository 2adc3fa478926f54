import { describe, expect, it } from 'vitest'
import { createFakeDesktop } from '../platform/fakes/fake-desktop'
import { silentLog } from '../platform/log'
import { createMediaBench, openLease } from './fakes/media-bench'
import { createLocalMedia } from './user-media'

describe('a device', () => {
  it('is opened once however many leases are on it, and closed with the last', async () => {
    const { devices, media, reports } = createMediaBench()
    const [first, second] = await Promise.all([openLease(media, 'camera'), openLease(media, 'camera')])
    const third = await openLease(media, 'camera')
    expect(devices.asked()).toHaveLength(1)
    expect(devices.open()).toEqual(['camera'])
    expect(new Set([first.track(), second.track(), third.track()]).size).toBe(3)
    first.close()
    second.close()
    expect(devices.open()).toEqual(['camera'])
    third.close()
    third.close()
    expect(devices.open()).toEqual([])
    expect(reports.at(-1)).toMatchObject({ open: false, held: false })
  })

  it('is asked for by its id, with what makes a call sound and look well', async () => {
    const { devices, media } = createMediaBench()
    media.use('microphone', 'headset')
    await openLease(media, 'microphone')
    await openLease(media, 'camera')
    expect(devices.asked()[0]?.audio).toMatchObject({
      deviceId: { exact: 'headset' },
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    })
    expect(devices.asked()[1]?.video).toMatchObject({ width: { ideal: 1280 }, height: { ideal: 720 } })
    expect(devices.asked()[1]?.video).not.toHaveProperty('deviceId')
  })

  it('is muted for one lease alone', async () => {
    const { media } = createMediaBench()
    const [first, second] = [await openLease(media, 'microphone'), await openLease(media, 'microphone')]
    const track = first.track()
    if (track) track.enabled = false
    expect(second.track()?.enabled).toBe(true)
  })

  it('is asked for in the same turn, since nothing but macOS has to be asked before', () => {
    const { devices, media } = createMediaBench()
    void media.open('camera')
    expect(devices.asked()).toHaveLength(1)
  })

  it('is not asked for where the system asks the person, who says no', async () => {
    const { devices, media, reports } = createMediaBench('denied')
    expect(await media.open('microphone')).toMatchObject({ ok: false, code: 'permission-denied-by-system' })
    expect(devices.asked()).toEqual([])
    const nothing = {
      kind: 'microphone',
      open: false,
      deviceId: null,
      trouble: 'permission-denied-by-system',
    }
    expect(reports.at(-1)).toEqual({ ...nothing, held: false })
  })

  it.each([
    ['NotAllowedError', 'permission-denied'],
    ['NotReadableError', 'device-in-use'],
    ['AbortError', 'device-failed'],
  ])('that fails with %s is %s, and can be opened later', async (errorName, code) => {
    const { devices, media, reports } = createMediaBench()
    devices.refuse(null, errorName)
    expect(await media.open('camera')).toMatchObject({ ok: false, code })
    expect(reports.at(-1)).toMatchObject({ kind: 'camera', open: false, trouble: code })
    devices.refuse(null, undefined)
    expect((await media.open('camera')).ok).toBe(true)
    expect(reports.at(-1)).toMatchObject({ open: true, deviceId: 'camera', trouble: null })
  })

  it('that is gone is replaced by what the system has', async () => {
    const { devices, media } = createMediaBench()
    media.use('camera', 'gone')
    await openLease(media, 'camera')
    expect(devices.open()).toEqual(['camera'])
  })

  it('on a page without mediaDevices fails instead of throwing', async () => {
    const media = createLocalMedia({
      ...{ devices: undefined, desktop: createFakeDesktop(), log: silentLog },
      asksFirst: false,
    })
    expect(await media.open('camera')).toMatchObject({ ok: false, code: 'device-failed' })
  })
})
