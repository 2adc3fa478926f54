// Owns what scenarios are put together from: a reachable home, a call with media, a guest.
import type { CommandName } from '../../shared/ipc/contract'
import type { AppInfo } from '../../shared/model/app-info'
import { EMPTY_HISTORY } from '../../shared/model/call-record'
import { NO_CONTACTS } from '../../shared/model/contact'
import type { Reach } from '../../shared/model/reach'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/model/settings'
import type { MemoryClientOptions } from '../app/memory-client'
import type { CallMedia, CallView } from '../features/calls/calls-store'
import type { ConnectionState, HomeState } from '../features/connection/connection-store'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { CONTACTS, DEVICES, RECORDS, SAMPLES, SERVER, link } from './people-in-pictures'

export interface Tracks {
  readonly ana: MediaStreamTrack
  readonly ben: MediaStreamTrack
  /** Shared windows: theirs, ours. */
  readonly plan: MediaStreamTrack
  readonly sheet: MediaStreamTrack
  readonly sound: MediaStreamTrack
}

export type Scenario = Omit<MemoryClientOptions, 'clock'> & {
  /** Time goes by. */
  readonly runs?: true
  /** A command that fails. */
  readonly refuses?: CommandName
  /** A link that is handed over, as by a second start, when the page hears `gallery-link`. */
  readonly linkOpens?: string
}

export const OWN_ID = MEMORY_STATE.identity.status === 'ready' ? MEMORY_STATE.identity.id : ''
const OWN_LINK = `parley://call/${OWN_ID}?server=${encodeURIComponent('http://127.0.0.1:9400/')}`

export const settings: Settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana Moreira',
  reach: { mode: 'this-network', server: '', port: 9400 },
}

export const here: Reach = {
  mode: 'this-network',
  home: {
    status: 'ready',
    dial: 'http://127.0.0.1:9400/',
    advertised: 'http://192.168.1.20:9400/',
    embedded: true,
    oldLinksBreak: false,
  },
}

export const there = (server: string): Reach => ({
  mode: 'anywhere',
  home: { status: 'ready', dial: server, advertised: server, embedded: false, oldLinksBreak: false },
})

export const reachable: Partial<ConnectionState> = {
  home: { status: 'open' },
  serverKind: 'own',
  appLink: OWN_LINK,
  webLink: null,
  webLinkMissing: null,
}

/** Above the number of every call in pictures: all were seen. */
const NEXT_CALL = 10_000

/** Between calls, reachable on this network, with a history. */
export function home(change: Scenario = {}): Scenario {
  const { host, connection, ...rest } = change
  const people = { contacts: CONTACTS, records: RECORDS, seenBelow: NEXT_CALL, ...rest.people }
  return {
    devices: DEVICES,
    ...rest,
    people,
    host: {
      settings,
      reach: here,
      contacts: { ...NO_CONTACTS, contacts: [...people.contacts] },
      history: {
        ...EMPTY_HISTORY,
        next: NEXT_CALL,
        seenBelow: people.seenBelow,
        records: [...people.records],
      },
      ...host,
    },
    connection: { ...reachable, ...connection },
  }
}

export function unreachable(state: HomeState): Scenario {
  return home({ host: { reach: there(SERVER) }, connection: { home: state } })
}

export function talking(view: CallView, media: Partial<CallMedia>, change: Scenario = {}): Scenario {
  const noTracks = {
    localCamera: null,
    localMicrophone: null,
    remoteMicrophone: null,
    remoteCamera: null,
    remoteScreen: null,
    remoteScreenSound: null,
  }
  return home({
    stats: { samples: SAMPLES, quality: 'good', levels: { local: 0.2, remote: 0.75 } },
    ...change,
    calls: { calls: [view], media: { callId: view.callId, ...noTracks, ...media } },
  })
}

export const atEnd = (view: CallView): Scenario => home({ calls: { calls: [view] } })

export const guestInfo: AppInfo = { ...MEMORY_STATE.info, host: 'guest', platform: 'browser' }

export function guest(change: Scenario = {}): Scenario {
  const { host, ...rest } = change
  return home({
    people: { contacts: [], records: RECORDS.slice(0, 3) },
    ...rest,
    host: { info: guestInfo, reach: there(SERVER), ...host },
    connection: { appLink: link(OWN_ID), webLink: `${SERVER}#/call/${OWN_ID}` },
  })
}

export const none = { is: 'none' } as const
export const quiet: Scenario = {
  stats: { samples: SAMPLES, quality: 'good', levels: { local: 0.2, remote: 0 } },
}
