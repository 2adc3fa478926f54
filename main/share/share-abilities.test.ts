import { describe, expect, it } from 'vitest'
import { shareAbilitiesSchema, type ShareAbilities } from '../../shared/model/share'
import { abilitiesOf, portalWay, settingsPageOf, unusableFeatures } from './share-abilities'
import type { ShareSystem } from './share-system'

const x11: ShareSystem = { is: 'x11' }
const portal = (asksTwice = false): ShareSystem => ({ is: 'portal', asksTwice })
const macos = (major: number): ShareSystem => ({ is: 'macos', major })
const windows = (build: number, isRemoteDesktop = false): ShareSystem => ({
  is: 'windows',
  build,
  isRemoteDesktop,
})
const no = (why: 'system-too-old' | 'not-reliable') => ({ is: 'unavailable', why }) as const
const available = { is: 'available' } as const

/** What a row doesn't name is what most have: our own picker, the bar, our windows in the picture. */
const having = (some: Partial<ShareAbilities>): ShareAbilities => ({
  picker: 'own',
  systemSound: { is: 'unavailable', why: 'would-echo' },
  bar: true,
  hidesOwnWindows: false,
  border: { screen: 'ours', window: 'system' },
  ...some,
})
const onWayland = having({ picker: 'system', bar: false, border: { screen: 'none', window: 'none' } })
const onMac = { systemSound: no('not-reliable'), border: { screen: 'ours', window: 'none' } } as const

describe('what sharing can do', () => {
  it.each<readonly [string, ShareSystem, ShareAbilities]>([
    ['X11', x11, having({ border: { screen: 'ours', window: 'ours' } })],
    ['Wayland', portal(), onWayland],
    ['Wayland that asks twice', portal(true), onWayland],
    ['macOS 13', macos(13), having({ ...onMac, hidesOwnWindows: true })],
    ['macOS 14', macos(14), having({ ...onMac, hidesOwnWindows: true })],
    ['macOS 15', macos(15), having(onMac)],
    ['macOS 26', macos(26), having(onMac)],
    ['Windows 10 1909', windows(18363), having({ systemSound: no('system-too-old') })],
    ['Windows 10 2004', windows(19041), having({ systemSound: no('system-too-old'), hidesOwnWindows: true })],
    ['Windows 10 22H2', windows(19045), having({ systemSound: no('system-too-old'), hidesOwnWindows: true })],
    ['Windows Server 2022', windows(20348), having({ systemSound: available, hidesOwnWindows: true })],
    ['Windows 11', windows(22631), having({ systemSound: available, hidesOwnWindows: true })],
    [
      'Windows 11, remote',
      windows(22631, true),
      having({ systemSound: available, hidesOwnWindows: true, border: { screen: 'ours', window: 'none' } }),
    ],
  ])('%s', (_name, system, abilities) => {
    expect(abilitiesOf(system)).toEqual(abilities)
    expect(shareAbilitiesSchema.safeParse(abilities).success).toBe(true)
  })
})

it.each([
  ['remote desktop', windows(22631, true), 2],
  ['Windows itself', windows(22631), 0],
  ['X11', x11, 0],
  ['macOS', macos(15), 0],
] as const)('features are switched off where they are unusable: %s', (_name, system, count) => {
  expect(unusableFeatures(system)).toHaveLength(count)
})

it.each([
  [portal(false), 'look'],
  [portal(true), 'capture'],
  [x11, 'look'],
] as const)('%j gets its one dialogue by: %s', (system, way) => {
  expect(portalWay(system)).toBe(way)
})

it('only macOS has a page where looking is allowed', () => {
  expect(settingsPageOf(macos(15))).toMatch(/Privacy_ScreenCapture$/)
  for (const system of [x11, portal(), windows(22631)]) expect(settingsPageOf(system)).toBeNull()
})
