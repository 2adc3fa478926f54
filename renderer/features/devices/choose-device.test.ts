import { describe, expect, it } from 'vitest'
import { chooseDevice, devicesOfKind, type SeenDevice } from './choose-device'
import type { Device } from './devices-store'

const device = (id: string, label = id): Device => ({ id, label })
const usb = device('usb', 'USB microphone')
const builtIn = device('built-in', 'Built-in microphone')
const system = device('default', 'Built-in microphone')

describe('a wish for a device', () => {
  it.each<{ wish: Device | null; real: Device[]; system: Device | null; id: string | null; by: string }>([
    { wish: usb, real: [builtIn, usb], system, id: 'usb', by: 'id' },
    { wish: device('usb', 'renamed'), real: [builtIn, usb], system, id: 'usb', by: 'id' },
    { wish: device('old id', 'USB microphone'), real: [builtIn, usb], system, id: 'usb', by: 'label' },
    { wish: device('gone'), real: [builtIn, usb], system, id: 'default', by: 'system' },
    { wish: null, real: [builtIn, usb], system, id: 'default', by: 'system' },
    { wish: null, real: [usb, builtIn], system: usb, id: 'usb', by: 'system' },
    { wish: device('gone', ''), real: [device('a', '')], system: device('a', ''), id: 'a', by: 'system' },
    { wish: usb, real: [], system: null, id: null, by: 'none' },
    { wish: null, real: [], system: null, id: null, by: 'none' },
  ])('$wish among $real is served by $by', ({ wish, real, system: standIn, id, by }) => {
    const chosen = chooseDevice(wish, { real, system: standIn })
    expect([chosen.device?.id ?? null, chosen.by]).toEqual([id, by])
  })
})

const seen = (
  kind: SeenDevice['kind'],
  deviceId: string,
  label: string,
  groupId = `group of ${deviceId}`,
): SeenDevice => ({ kind, deviceId, label, groupId })

describe('the list of microphones', () => {
  it('has only real ones of its kind, and the system’s by its real name', () => {
    const list = [
      seen('audioinput', 'default', 'Default - Headset'),
      seen('audioinput', 'communications', 'Communications - Headset'),
      seen('audioinput', 'h', 'Headset'),
      seen('audioinput', 'b', 'Built-in'),
      seen('audiooutput', 's', 'Speakers'),
      seen('videoinput', 'c', 'Camera'),
    ]
    expect(devicesOfKind('microphone', list)).toMatchObject({
      real: [device('h', 'Headset'), device('b', 'Built-in')],
      system: device('default', 'Headset'),
    })
    expect(devicesOfKind('camera', list)).toMatchObject({
      real: [device('c', 'Camera')],
      system: device('c', 'Camera'),
    })
  })

  it.each([
    ['the group', [seen('audioinput', 'a', 'A', 'g1'), seen('audioinput', 'b', 'B', 'g2')], 'g2', 'B'],
    ['being the only one', [seen('audioinput', 'a', 'A', 'g1')], 'other', 'A'],
    ['nothing', [seen('audioinput', 'a', 'A', 'g1'), seen('audioinput', 'b', 'B', 'g1')], 'g1', 'Default'],
  ])('on Linux finds who “Default” is by %s', (_how, real, group, label) => {
    const list = [seen('audioinput', 'default', 'Default', group), ...real]
    expect(devicesOfKind('microphone', list).system).toEqual(device('default', label))
  })

  it('before permission has no names, but knows that there is one', () => {
    const list = [seen('audioinput', '', '', ''), seen('videoinput', '', '', '')]
    expect(devicesOfKind('microphone', list)).toMatchObject({ real: [], system: device('', '') })
    expect(devicesOfKind('speaker', list)).toMatchObject({ real: [], system: null })
  })

  it('tells when another device may stand behind the default', () => {
    const behind = (...list: SeenDevice[]) => devicesOfKind('microphone', list).behind
    const standIn = seen('audioinput', 'default', 'Default', 'g')
    const [a, b] = [seen('audioinput', 'a', 'A'), seen('audioinput', 'b', 'B')]
    expect(behind(standIn, a, b)).toBe(behind(standIn, a, b))
    expect(behind(standIn, a)).not.toBe(behind(standIn, a, b))
    expect(behind({ ...standIn, label: 'Default - A' }, a)).not.toBe(
      behind({ ...standIn, label: 'Default - B' }, a),
    )
    expect(behind(a, b)).toBe('')
  })
})
