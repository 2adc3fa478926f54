// Owns what tests of the device controller start with: a computer, a controller that has looked at it, and no wishes.
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../../../shared/model/settings'
import { ok, type Result } from '../../../../shared/result'
import { createFakeClock } from '../../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../../platform/fakes/fake-desktop'
import { silentLog } from '../../../platform/log'
import { createFakeDevices, fakeDevice, type FakeDevice } from '../../../rtc/fakes/fake-devices'
import type { MediaLease } from '../../../rtc/local-media'
import { createLocalMedia } from '../../../rtc/user-media'
import { createDeviceController, type Wishes } from '../device-controller'
import { createDevicesStore } from '../devices-store'

export const COMPUTER = [
  fakeDevice('audioinput', 'default', 'Default - Studio'),
  fakeDevice('audioinput', 'studio', 'Studio'),
  fakeDevice('audioinput', 'headset', 'Headset'),
  fakeDevice('videoinput', 'front', 'Front'),
  fakeDevice('videoinput', 'top', 'Top'),
  fakeDevice('audiooutput', 'default', 'Default - Speakers'),
  fakeDevice('audiooutput', 'speakers', 'Speakers'),
  fakeDevice('audiooutput', 'ears', 'Ears'),
]
export const NO_WISHES: Wishes = { microphone: null, camera: null, speaker: null, ringer: null }

export async function createDeviceBench(computer: readonly FakeDevice[] = COMPUTER, save = keepSettings()) {
  const clock = createFakeClock()
  const devices = createFakeDevices(...computer)
  const desktop = createFakeDesktop({
    'media.access': () => ok('granted'),
    'media.openSystemSettings': () => ok({ opened: true }),
    'settings.change': save,
  })
  const media = createLocalMedia({ devices: devices.mediaDevices, desktop, log: silentLog, asksFirst: false })
  const store = createDevicesStore()
  const controller = createDeviceController({
    store,
    media,
    devices: devices.mediaDevices,
    desktop,
    clock,
    log: silentLog,
  })
  controller.setWishes(NO_WISHES)
  await clock.settle()
  async function open(kind: 'microphone' | 'camera'): Promise<MediaLease> {
    const opened = await media.open(kind)
    await clock.settle()
    if (!opened.ok) throw new Error(opened.code)
    return opened.value
  }
  return { clock, devices, desktop, media, store, controller, open }
}

function keepSettings(): (change: SettingsChange) => Promise<Result<Settings>> {
  let settings = DEFAULT_SETTINGS
  return async ({ devices }) => {
    settings = { ...settings, ...(devices ? { devices } : {}) }
    return ok(settings)
  }
}
