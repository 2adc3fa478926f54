// Owns a client without WebRTC: stores filled as a test or the gallery wants them, commands that are remembered and change
// only what a screen would show at once.
import type { CallCommands, CallView, LocalSending } from '../features/calls/calls-store'
import { createCallsStore, type CallsState } from '../features/calls/calls-store'
import { createConnectionStore, type ConnectionState } from '../features/connection/connection-store'
import { createDevicesStore, type DeviceCommands, type DevicesState } from '../features/devices/devices-store'
import { createIdentityStore } from '../features/identity/identity-store'
import { createPeopleCommands } from '../features/people/people-commands'
import { createPeopleStore, type PeopleCommands, type PeopleState } from '../features/people/people-store'
import {
  createSelfTestStore,
  type SelfTestCommands,
  type SelfTestState,
} from '../features/selftest/self-test-store'
import { createSettingsStore } from '../features/settings/settings-store'
import { createShareStore, type ShareCommands, type ShareState } from '../features/share/share-store'
import { createStatsStore, type StatsState } from '../features/stats/stats-store'
import { createTextsStore, type TextsCommands, type TextsState } from '../features/texts/texts-store'
import { createUpdatesStore } from '../features/updates/updates-store'
import type { TestServer } from '../features/connection/test-server'
import { fail, ok } from '../../shared/result'
import type { Clock } from '../platform/clock'
import { silentLog } from '../platform/log'
import { createMemoryDesktop, type MemoryDesktop, type MemoryState } from '../platform/memory-desktop'
import type { LocalMedia } from '../rtc/local-media'
import type { Client } from './client'

export interface MemoryClient extends Client {
  readonly desktop: MemoryDesktop
  /** Every command with its arguments, in order. */
  readonly asked: readonly (readonly unknown[])[]
}

export interface MemoryClientOptions {
  readonly clock: Clock
  readonly host?: Partial<MemoryState>
  readonly localMedia?: LocalMedia
  readonly testServer?: TestServer
  readonly settingsLoaded?: boolean
  readonly connection?: Partial<ConnectionState>
  readonly calls?: Partial<CallsState>
  readonly devices?: Partial<DevicesState>
  readonly people?: Partial<PeopleState>
  readonly selfTest?: Partial<SelfTestState>
  readonly share?: Partial<ShareState>
  readonly stats?: Partial<StatsState>
  readonly texts?: Partial<TextsState>
}

const answersAtOnce: TestServer = () => Promise.resolve(ok({ kind: 'own' }))
const noMedia: LocalMedia = { open: () => Promise.resolve(fail('device-missing')) }

export function createMemoryClient(options: MemoryClientOptions): MemoryClient {
  const desktop = createMemoryDesktop(options.host)
  const stores = createStores(options, desktop)
  const asked: (readonly unknown[])[] = []
  const note = (...what: readonly unknown[]): void => void asked.push(what)
  return {
    ...stores,
    info: desktop.state().info,
    desktop,
    clock: options.clock,
    localMedia: options.localMedia ?? noMedia,
    asked,
    commands: {
      calls: callCommands(stores, note),
      connection: {
        retryHome: () => note('retryHome'),
        testServer: (server) => {
          note('testServer', server)
          return (options.testServer ?? answersAtOnce)(server)
        },
      },
      devices: deviceCommands(stores, note),
      people: peopleCommands(stores, desktop, options.clock),
      selfTest: selfTestCommands(stores, desktop),
      share: shareCommands(stores, note),
      texts: textsCommands(stores, note, options.clock),
      ringing: {
        silence: () => {
          note('silence')
          return true
        },
      },
    },
  }
}

/** The real ones: this host has the documents. What they asked of it, `desktop.asked` tells. */
const peopleCommands = ({ people }: Stores, desktop: MemoryDesktop, clock: Clock): PeopleCommands =>
  createPeopleCommands({ state: () => people.getState(), desktop, clock, log: silentLog })

const selfTestCommands = ({ selfTest }: Stores, desktop: MemoryDesktop): SelfTestCommands => ({
  begin: () =>
    void desktop
      .call('selftest.begin')
      .then((answer) => answer.ok && selfTest.setState({ refused: answer.value.refused })),
  cancel: () => void desktop.call('selftest.cancel'),
})

type Stores = ReturnType<typeof createStores>
type Note = (...what: readonly unknown[]) => void

function createStores(options: MemoryClientOptions, desktop: MemoryDesktop) {
  const { identity: identityNow, settings: settingsNow, reach, contacts, history } = desktop.state()
  const identity = createIdentityStore()
  const settings = createSettingsStore()
  const connection = createConnectionStore()
  const calls = createCallsStore()
  const devices = createDevicesStore()
  const people = createPeopleStore()
  const selfTest = createSelfTestStore()
  const share = createShareStore()
  const stats = createStatsStore()
  const texts = createTextsStore()
  const updates = createUpdatesStore()
  identity.setState(identityNow)
  settings.setState({ loaded: options.settingsLoaded ?? true, settings: settingsNow })
  connection.setState({ reach, ...options.connection })
  calls.setState({ ...options.calls })
  devices.setState({ ...options.devices })
  people.setState({
    ...{ loaded: true, contacts: contacts.contacts, blocked: contacts.blocked },
    ...{ records: history.records, seenBelow: history.seenBelow },
    ...options.people,
  })
  selfTest.setState({ test: desktop.state().selfTest, ...options.selfTest })
  share.setState({ abilities: desktop.state().shareAbilities, ...options.share })
  stats.setState({ ...options.stats })
  texts.setState({ callId: options.calls?.media?.callId ?? null, ...options.texts })
  updates.setState({ state: desktop.state().updates })
  desktop.on('updates.changed', (state) => updates.setState({ state }))
  desktop.on('selftest.changed', (test) =>
    selfTest.setState({
      ...{ test, refused: null },
      ringsAtMs: test.is === 'counting' ? options.clock.now() + test.leftMs : null,
    }),
  )
  desktop.on('identity.changed', (changed) => identity.setState(changed, true))
  desktop.on('settings.changed', (changed) => settings.setState({ loaded: true, settings: changed }))
  desktop.on('reach.changed', (changed) => connection.setState({ reach: changed }))
  desktop.on('contacts.changed', (changed) =>
    people.setState({ contacts: changed.contacts, blocked: changed.blocked }),
  )
  desktop.on('history.changed', (changed) =>
    people.setState({ records: changed.records, seenBelow: changed.seenBelow }),
  )
  return { identity, settings, connection, calls, devices, people, selfTest, share, stats, texts, updates }
}

function callCommands({ calls }: Stores, note: Note): CallCommands {
  const setLocal = (callId: string, kind: keyof CallView['local'], is: LocalSending['is'] & ('on' | 'off')) =>
    calls.setState((state) => ({
      calls: state.calls.map((call) =>
        call.callId === callId ? { ...call, local: { ...call.local, [kind]: { is } } } : call,
      ),
    }))
  const remove = (callId: string) =>
    calls.setState((state) => ({ calls: state.calls.filter((call) => call.callId !== callId) }))
  return {
    place: (target, video) => {
      note('place', target, video)
      return 'placed'
    },
    accept: (callId, video) => note('accept', callId, video),
    decline: (callId, message) => note('decline', callId, ...(message === undefined ? [] : [message])),
    hangUp: (callId) => note('hangUp', callId),
    setMicrophone: (callId, on) => {
      note('setMicrophone', callId, on)
      setLocal(callId, 'microphone', on ? 'on' : 'off')
    },
    setCamera: (callId, on) => {
      note('setCamera', callId, on)
      setLocal(callId, 'camera', on ? 'on' : 'off')
    },
    dismiss: (callId) => {
      note('dismiss', callId)
      remove(callId)
    },
  }
}

/** Of what a picker or a share would show at once; captures and what they lead to are the tests' own. */
function shareCommands({ share }: Stores, note: Note): ShareCommands {
  const setPicker = (change: Partial<ShareState['picker']>): void =>
    share.setState(({ picker }) => ({ picker: picker && { ...picker, ...change } }))
  const setHeld = (held: 'paused' | null): void =>
    share.setState(({ own }) => ({ own: own.is === 'live' ? { ...own, held } : own }))
  return {
    open: () => note('share.open'),
    preview: (sourceId) => {
      note('share.preview', sourceId)
      setPicker({ preview: { is: 'opening', sourceId } })
    },
    setManner: (manner) => {
      note('share.setManner', manner)
      share.setState(({ own }) => ({ manner, own: own.is === 'live' ? { ...own, manner } : own }))
    },
    setSound: (on) => {
      note('share.setSound', on)
      setPicker({ sound: on })
    },
    start: () => note('share.start'),
    cancel: () => {
      note('share.cancel')
      share.setState({ picker: null })
    },
    pause: () => {
      note('share.pause')
      setHeld('paused')
    },
    resume: () => {
      note('share.resume')
      setHeld(null)
    },
    stop: () => {
      note('share.stop')
      share.setState({ own: { is: 'none' } })
    },
    goOn: () => note('share.goOn'),
    remedy: (remedy) => note('share.remedy', remedy),
    openSystemSettings: () => note('share.openSystemSettings'),
    forgetFailure: () => {
      note('share.forgetFailure')
      share.setState({ failure: null })
    },
  }
}

function textsCommands({ texts }: Stores, note: Note, clock: Clock): TextsCommands {
  return {
    send: (text) => {
      note('texts.send', text)
      texts.setState(({ lines }) => ({
        lines: [
          ...lines,
          { key: `sent ${lines.length}`, mine: true, text, at: clock.wallNow(), state: 'sending' },
        ],
      }))
      return true
    },
    retry: (key) => note('texts.retry', key),
    seen: () => {
      note('texts.seen')
      texts.setState({ unseen: 0 })
    },
  }
}

function deviceCommands({ devices }: Stores, note: Note): DeviceCommands {
  return {
    choose: (kind, device) => {
      note('choose', kind, device)
      devices.setState((all) => ({
        [kind]: { ...all[kind], wished: device, effective: device ?? all[kind].available[0] ?? null },
      }))
    },
    dismissReplaced: (kind) => {
      note('dismissReplaced', kind)
      devices.setState((all) => ({ [kind]: { ...all[kind], replaced: null } }))
    },
    retry: (kind) => note('retry', kind),
    openSystemSettings: (kind) => note('openSystemSettings', kind),
  }
}
