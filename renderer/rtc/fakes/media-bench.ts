// Owns what tests of opened devices start with: a computer with two microphones and two cameras, and what was reported.
import { ok } from '../../../shared/result'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { silentLog } from '../../platform/log'
import type { MediaKind, MediaLease } from '../local-media'
import type { SystemAccess } from '../media-failure'
import { createLocalMedia, type MediaReport, type UserMedia } from '../user-media'
import { createFakeDevices, fakeDevice, type FakeDevices } from './fake-devices'

export interface MediaBench {
  readonly devices: FakeDevices
  readonly media: UserMedia
  readonly reports: MediaReport[]
}

export function createMediaBench(access: SystemAccess = 'granted'): MediaBench {
  const devices = createFakeDevices(
    fakeDevice('audioinput', 'studio'),
    fakeDevice('audioinput', 'headset'),
    fakeDevice('videoinput', 'camera'),
    fakeDevice('videoinput', 'other'),
  )
  const desktop = createFakeDesktop({ 'media.access': () => ok(access) })
  const media = createLocalMedia({
    ...{ devices: devices.mediaDevices, desktop, log: silentLog },
    asksFirst: access === 'denied',
  })
  const reports: MediaReport[] = []
  media.onReport((report) => reports.push(report))
  return { devices, media, reports }
}

export async function openLease(media: UserMedia, kind: MediaKind): Promise<MediaLease> {
  const opened = await media.open(kind)
  if (!opened.ok) throw new Error(opened.code)
  return opened.value
}
