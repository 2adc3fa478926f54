// Owns building the client: every store, controller and adapter once, each given what it needs. Who hears of whom is
// wiring.ts.
import { normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import type { AppInfo } from '../../shared/ipc/contract'
import type { CallController } from '../features/calls/call-control'
import { createCallController } from '../features/calls/call-controller'
import { createCallsStore } from '../features/calls/calls-store'
import { createConnectionController, type OpenSignalling } from '../features/connection/connection-controller'
import { createConnectionStore } from '../features/connection/connection-store'
import { createVisitController } from '../features/connection/visit-controller'
import { createDeviceController } from '../features/devices/device-controller'
import { createDevicesStore } from '../features/devices/devices-store'
import { createIdentityController } from '../features/identity/identity-controller'
import { createIdentityStore } from '../features/identity/identity-store'
import { createPeopleController } from '../features/people/people-controller'
import { createPeopleStore } from '../features/people/people-store'
import { storedVia } from '../features/people/stored-via'
import { createRinging } from '../features/ringing/ringing-controller'
import { createTonePlayer } from '../features/ringing/tone-player'
import { createSettingsController } from '../features/settings/settings-controller'
import { createSettingsStore } from '../features/settings/settings-store'
import { createShareStore, type ShareCommands } from '../features/share/share-store'
import { createStatsController } from '../features/stats/stats-controller'
import { createStatsStore } from '../features/stats/stats-store'
import { createTextsStore, type TextsCommands } from '../features/texts/texts-store'
import { systemClock, systemIds } from '../platform/clock'
import type { Desktop } from '../platform/desktop'
import { consoleLog } from '../platform/log'
import { createLevelMeters } from '../rtc/audio-level'
import { createPeerSignalling } from '../rtc/peer-signalling'
import { createUnsealer, desktopSigner, type Signer } from '../rtc/signer'
import { createLocalMedia } from '../rtc/user-media'
import { callCommands } from './call-commands'
import type { Client } from './client'

/** Everything that wiring.ts introduces to each other, built and idle. */
export type Parts = ReturnType<typeof composeParts>

const clock = systemClock
const ids = systemIds
// No browser of ours makes ECDSA certificates slower than the 2048-bit RSA that PeerJS would ask for.
const CERTIFICATE = { name: 'ECDSA', namedCurve: 'P-256' }

function composeStores() {
  return {
    identity: createIdentityStore(),
    settings: createSettingsStore(),
    connection: createConnectionStore(),
    calls: createCallsStore(),
    devices: createDevicesStore(),
    people: createPeopleStore(),
    share: createShareStore(),
    stats: createStatsStore(),
    texts: createTextsStore(),
  }
}

type Stores = ReturnType<typeof composeStores>

/** Null until the identity is ready: then there is nobody to sign as, and nothing is dialled. */
function signerOf(desktop: Desktop, { identity }: Stores): Signer | null {
  const state = identity.getState()
  return state.status === 'ready' ? desktopSigner(desktop, state) : null
}

function advertisedHome({ connection }: Stores): BaseUrl | null {
  const { home } = connection.getState().reach
  const base = home.status === 'ready' ? normaliseBaseUrl(home.advertised) : null
  return base?.ok ? base.value : null
}

function composeConnection(desktop: Desktop, stores: Stores) {
  const stockToken = ids.hex(32)
  const openSignalling: OpenSignalling = ({ server, peerId }) => {
    const signer = signerOf(desktop, stores)
    if (!signer) throw new Error('a server was dialled before there was an identity')
    return createPeerSignalling({
      ...{ server, peerId, signer, clock, ids, stockToken },
      log: consoleLog('signalling'),
      fetch: (url, init) => fetch(url, init),
      stunServers: () => stores.settings.getState().settings.stunServers,
    })
  }
  const store = stores.connection
  const connection = createConnectionController({
    ...{ store, desktop, openSignalling, log: consoleLog('connection') },
  })
  const visits = createVisitController({
    ...{ desktop, ids, openSignalling, log: consoleLog('visit') },
    identity: () => signerOf(desktop, stores)?.id ?? null,
    reach: () => store.getState().reach,
    home: () => connection.home(),
  })
  return { connection, visits }
}

function composeMedia(desktop: Desktop, stores: Stores, info: AppInfo) {
  const { mediaDevices } = navigator
  const media = createLocalMedia({
    ...{ devices: mediaDevices, desktop, log: consoleLog('media') },
    asksFirst: info.platform === 'darwin',
  })
  const devices = createDeviceController({
    ...{ store: stores.devices, media, devices: mediaDevices, desktop, clock, log: consoleLog('devices') },
  })
  const stats = createStatsController({
    ...{ store: stores.stats, clock, log: consoleLog('stats') },
    meters: createLevelMeters(() => new AudioContext()),
  })
  const ringing = createRinging({
    player: createTonePlayer(() => new Audio(), consoleLog('ringing')),
    desktop,
  })
  return { media, devices, stats, ringing }
}

export function composeParts(desktop: Desktop, info: AppInfo) {
  const stores = composeStores()
  const { connection, visits } = composeConnection(desktop, stores)
  const { media, devices, stats, ringing } = composeMedia(desktop, stores, info)
  const people = createPeopleController({ store: stores.people, desktop, clock, log: consoleLog('people') })

  /** Once, when the identity is ready. */
  function openCalls(signer: Signer): CallController {
    return createCallController({
      ...{ signer, media, clock, ids, log: consoleLog('calls'), store: stores.calls },
      unseal: createUnsealer(crypto.subtle),
      home: () => connection.home(),
      advertisedHome: () => advertisedHome(stores),
      openVisit: (server, via) => visits.openVisit(server, via),
      closeVisit: (visit) => visits.closeVisit(visit),
      storedVia: (link) => storedVia(stores.people.getState(), link),
      contactOf: (id) => stores.people.getState().contacts.find((contact) => contact.id === id) ?? null,
      settings: () => stores.settings.getState().settings,
      ownLink: () => stores.connection.getState().appLink ?? '',
      createCertificate: () => RTCPeerConnection.generateCertificate(CERTIFICATE),
      keepCall: (kept) => void desktop.call('call.keep', kept),
      record: (record) => people.addRecord(record),
    })
  }

  return {
    ...{ desktop, info, stores, connection, visits, media, devices, stats, ringing, people, openCalls },
    identity: createIdentityController({ store: stores.identity, desktop, log: consoleLog('identity') }),
    settings: createSettingsController({ store: stores.settings, desktop, log: consoleLog('settings') }),
    signer: () => signerOf(desktop, stores),
  }
}

/** `calls` is null while there is no identity; screens that could ask for a call aren't shown then. */
export function clientOf(
  parts: Parts,
  calls: () => CallController | null,
  { share, texts }: { readonly share: ShareCommands; readonly texts: TextsCommands },
): Client {
  const { info, desktop, stores, connection, devices, people, ringing, media } = parts
  return {
    ...{ info, desktop, clock, localMedia: media, ...stores },
    commands: { calls: callCommands(calls), connection, devices, people, share, texts, ringing },
  }
}
