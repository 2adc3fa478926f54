// Owns the scenarios of the settings: each page as it mostly is, and where something is long, refused or missing.
import { NO_CONTACTS } from '../../shared/model/contact'
import type { GlobalKeysState } from '../../shared/model/global-keys'
import { fail } from '../../shared/result'
import type { DevicesState, KindState } from '../features/devices/devices-store'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { GALLERY_NOW } from './gallery-clock'
import { CONTACTS, DEVICES, EMOJI, HUNDRED, LONG, RIGHT_TO_LEFT, SERVER } from './people-in-pictures'
import { SELF_TESTS } from './self-test-scenarios'
import { OWN_ID, guest, home, settings, there, type Scenario } from './scenario-parts'
import type { SettingsName } from './settings-names'

const blocked = [LONG, RIGHT_TO_LEFT, EMOJI].map(({ id, name }) => ({ id, name, blockedAt: GALLERY_NOW }))

const denied = (kind: KindState): KindState => ({ ...kind, trouble: 'permission-denied' })

/** The long name is the one in use, the others are in the list. */
const LONG_DEVICES: DevicesState = {
  ...DEVICES,
  microphone: longest(DEVICES.microphone),
  speaker: longest(DEVICES.speaker),
  camera: {
    ...DEVICES.camera,
    effective: DEVICES.camera.available[1] ?? null,
    wished: DEVICES.camera.available[1] ?? null,
  },
}

function longest(kind: KindState): KindState {
  const label =
    'Headset with a name of a hundred characters, as some factory in a hurry printed it on all of its headsets'
  const device = { id: 'long', label }
  return { ...kind, available: [device, ...kind.available], wished: device, effective: device }
}

const NOTES = [
  '- A window that is opened again goes on being shared.',
  '- A-line-without-any-place-to-break-it-'.repeat(6),
  '- Rings on a headset that was plugged in meanwhile.',
].join('\n')

const UPDATES = {
  'settings-update-loading': home({
    host: { updates: { is: 'loading', version: '0.4.0', part: 0.42 } },
  }),
  'settings-update-ready': home({
    host: { updates: { is: 'ready', version: '0.4.0', notes: NOTES } },
  }),
  'settings-update-failed': home({
    host: { updates: { is: 'failed', problem: 'tampered', version: '0.4.0' } },
  }),
} as const

const mine = home({
  host: {
    settings: {
      ...settings,
      declineMessages: ['At lunch until one', '', 'في اجتماع، أتصل بك لاحقاً'],
      unknownCallers: 'list',
      ringSeconds: 30,
    },
    contacts: { ...NO_CONTACTS, contacts: [...CONTACTS], blocked },
  },
  people: { contacts: CONTACTS, blocked },
})

function withKeys(keys: GlobalKeysState): Scenario {
  const mute = keys.mute === 'none' ? null : 'Ctrl+Alt+M'
  const globalKeys = { accept: 'Ctrl+Alt+A', decline: 'Ctrl+Alt+Shift+D', mute }
  return home({ host: { keys, settings: { ...settings, globalKeys } } })
}

export function settingsScenarios(): Readonly<Record<SettingsName, Scenario>> {
  return {
    'settings-general': mine,
    'settings-me': mine,
    'settings-reach': mine,
    'settings-devices': home({ devices: LONG_DEVICES }),
    'settings-devices-denied': home({
      devices: { ...DEVICES, microphone: denied(DEVICES.microphone), camera: denied(DEVICES.camera) },
    }),
    'settings-calls': mine,
    'settings-ringing': mine,
    ...SELF_TESTS,
    'settings-keys': withKeys({ accept: 'works', decline: 'works', mute: 'none' }),
    'settings-keys-refused': withKeys({ accept: 'works', decline: 'taken', mute: 'not-here' }),
    'settings-login-refused': home({ host: { login: { is: 'off', why: 'switched-off-outside' } } }),
    'settings-login-unavailable': home({ host: { login: { is: 'unavailable', why: 'no-portal' } } }),
    'settings-privacy': mine,
    'settings-about': home({
      host: { info: { ...MEMORY_STATE.info, version: '0.3.0', electron: '45.4.1' } },
    }),
    ...UPDATES,
    'settings-server-fails': home({ testServer: () => Promise.resolve(fail('wrong-audience')) }),
    'settings-server-slow': home({ testServer: () => new Promise(() => undefined) }),
    'settings-long': home({
      host: {
        settings: { ...settings, name: HUNDRED.name },
        about: {
          chromium: '150.0.7000.12',
          folders: {
            data: `/home/${'a-folder-in-a-folder/'.repeat(8)}Parley`,
            logs: `C:\\Users\\${'A folder in a folder\\'.repeat(6)}logs`,
          },
        },
      },
    }),
    'settings-locked': home({
      host: { identity: { status: 'locked' } },
      connection: { appLink: null, home: { status: 'off' } },
    }),
    'settings-guest': guest({
      host: {
        about: { chromium: '', folders: null },
        reach: there(SERVER),
        identity: { status: 'ready', id: OWN_ID, key: `B${'A'.repeat(86)}`, kept: 'browser' },
      },
    }),
  }
}
