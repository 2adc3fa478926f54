// Owns building the client: every store, controller and adapter once, each given what it needs. Who hears of whom is
// wiring.ts.
import { normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import type { AppInfo } from '../../shared/model/app-info'
import { pictureUrl } from '../../shared/model/picture'
import type { CallController } from '../features/calls/call-control'
import { createCallController } from '../features/calls/call-controller'
import { createCallsStore } from '../features/calls/calls-store'
import { createConnectionController, type OpenSignalling } from '../features/connection/connection-controller'
import { createConnectionStore } from '../features/connection/connection-store'
import { createTestServer } from '../features/connection/test-server'
import { createVisitController } from '../features/connection/visit-controller'
import { createDeviceController } from '../features/devices/device-controller'
import { createDevicesStore } from '../features/devices/devices-store'
import { createIdentityController } from '../features/identity/identity-controller'
import { createIdentityStore } from '../features/identity/identity-store'
import { createContactFinder } from '../features/people/find-contact'
import { createPeopleController } from '../features/people/people-controller'
import { createPeopleStore } from '../features/people/people-store'
import { storedVia } from '../features/people/stored-via'
import { createRinging } from '../features/ringing/ringing-controller'
import { createTonePlayer } from '../features/ringing/tone-player'
import { createOwnPicture } from '../features/settings/own-picture'
import { createSettingsController } from '../features/settings/settings-controller'
import { createSelfTestStore } from '../features/selftest/self-test-store'
import { createSettingsStore } from '../features/settings/settings-store'
import { createShareStore } from '../features/share/share-store'
import { createStatsController } from '../features/stats/stats-controller'
import { createStatsStore } from '../features/stats/stats-store'
import { createTextsStore } from '../features/texts/texts-store'
import { createUpdatesStore, followUpdates } from '../features/updates/updates-store'
import { systemClock, systemIds } from '../platform/clock'
import type { Desktop } from '../platform/desktop'
import { consoleLog } from '../platform/log'
import { createLevelMeters } from '../rtc/audio-level'
import { desktopJoinProver } from '../rtc/join-prover'
import { createPeerSignalling } from '../rtc/peer-signalling'
import { createUnsealer, desktopSigner, type Signer } from '../rtc/signer'
import type { Signalling } from '../rtc/signalling'
import { createLocalMedia } from '../rtc/user-media'
import { callCommands } from './call-commands'
import type { Client } from './client'
import { beatsOfHome } from './home-beats'
import { isRelayOnly, linkToTell } from './relay-wishes'

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
    selfTest: createSelfTestStore(),
    share: createShareStore(),
    stats: createStatsStore(),
    texts: createTextsStore(),
    updates: createUpdatesStore(),
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
      proveJoin: desktopJoinProver(desktop),
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
  const testServer = createTestServer({
    ...{ desktop, ids, openSignalling },
    identity: () => signerOf(desktop, stores)?.id ?? null,
    isVisited: (server) => visits.isVisited(server),
  })
  return { connection, visits, testServer }
}

function composeMedia(desktop: Desktop, stores: Stores, info: AppInfo, home: () => Signalling | null) {
  const { mediaDevices } = navigator
  const media = createLocalMedia({
    ...{ devices: mediaDevices, desktop, log: consoleLog('media') },
    asksFirst: info.platform === 'darwin',
  })
  const devices = createDeviceController({
    ...{ store: stores.devices, media, devices: mediaDevices, desktop, clock, log: consoleLog('devices') },
  })
  const stats = createStatsController({
    beats: () => beatsOfHome(home()),
    ...{ store: stores.stats, clock, log: consoleLog('stats') },
    meters: createLevelMeters(() => new AudioContext()),
  })
  const ringing = createRinging({
    player: createTonePlayer({ createAudio: () => new Audio(), clock, log: consoleLog('ringing') }),
    desktop,
    hasRingWindow: info.host === 'electron',
  })
  return { media, devices, stats, ringing }
}

/** What calls are told of the person at their other side. */
function aboutPeople({ people, settings }: Stores) {
  const finder = createContactFinder()
  const contacts = () => people.getState().contacts
  return {
    contactOf(id: string) {
      const contact = finder.byId(contacts(), id)
      return contact && { name: contact.name, hasPicture: contact.picture !== null }
    },
    namesakeOf: (person: { readonly id: string; readonly name: string }) =>
      finder.namesake(contacts(), person)?.name ?? null,
    relayOnly: (id: string) =>
      isRelayOnly({
        settings: settings.getState(),
        people: people.getState(),
        contact: finder.byId(contacts(), id),
      }),
    isBlocked: (id: string) => people.getState().blocked.some((blocked) => blocked.id === id),
    /** Loaded with the first picture that comes. */
    async acceptPicture(data: string) {
      const { acceptPicture } = await import('../features/people/make-picture')
      const drawn = await acceptPicture(data)
      return drawn.ok ? pictureUrl(drawn.value) : null
    },
  }
}

export function composeParts(desktop: Desktop, info: AppInfo) {
  const stores = composeStores()
  followUpdates(stores.updates, desktop, consoleLog('updates'))
  const { connection, visits, testServer } = composeConnection(desktop, stores)
  const { media, devices, stats, ringing } = composeMedia(desktop, stores, info, () => connection.home())
  const people = createPeopleController({ store: stores.people, desktop, clock, log: consoleLog('people') })
  const ownPicture = createOwnPicture({ store: stores.settings, desktop, log: consoleLog('settings') })

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
      ...aboutPeople(stores),
      ownPicture: () => ownPicture.data(),
      qualityOf: (callId) => stats.qualityOf(callId),
      settings: () => stores.settings.getState().settings,
      ownLink: (relayOnly) => linkToTell(stores.connection.getState(), relayOnly),
      createCertificate: () => RTCPeerConnection.generateCertificate(CERTIFICATE),
      keepCall: (kept) => void desktop.call('call.keep', kept),
      record: (record) => people.addRecord(record),
    })
  }

  return {
    ...{
      desktop,
      info,
      stores,
      connection,
      visits,
      testServer,
      media,
      devices,
      stats,
      ringing,
      people,
      openCalls,
    },
    identity: createIdentityController({ store: stores.identity, desktop, log: consoleLog('identity') }),
    settings: createSettingsController({ store: stores.settings, desktop, log: consoleLog('settings') }),
    signer: () => signerOf(desktop, stores),
  }
}

/** `calls` is null while there is no identity; screens that could ask for a call aren't shown then. */
export function clientOf(
  parts: Parts,
  calls: () => CallController | null,
  { selfTest, share, texts }: Pick<Client['commands'], 'selfTest' | 'share' | 'texts'>,
): Client {
  const { info, desktop, stores, connection, testServer, devices, people, ringing, media } = parts
  return {
    ...{ info, desktop, clock, localMedia: media, ...stores },
    commands: {
      ...{ calls: callCommands(calls), devices, selfTest, share, texts, ringing },
      connection: { retryHome: () => connection.retryHome(), testServer },
      people: people.commands,
    },
  }
}
