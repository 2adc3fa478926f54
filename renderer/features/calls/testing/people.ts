// Owns whole people in tests: a call controller with everything it is given in memory, on one fake clock and fake servers.
import type { BaseUrl } from '../../../../shared/link/base-url'
import { normaliseBaseUrl } from '../../../../shared/link/base-url'
import { appLink } from '../../../../shared/link/call-link'
import type { KeptCall } from '../../../../shared/model/kept-call'
import type { UnknownCallers } from '../../../../shared/model/settings'
import type { NewCallRecord } from '../../../../shared/model/call-record'
import { visitPeerId } from '../../../../shared/protocol/identity'
import { ok } from '../../../../shared/result'
import { createFakeClock, createFakeIds, type FakeClock } from '../../../platform/fakes/fake-clock'
import { silentLog } from '../../../platform/log'
import { FakeLocalMedia } from '../../../rtc/fakes/fake-local-media'
import { FakeServer } from '../../../rtc/fakes/fake-server'
import { createFakeSigner, fakeUnseal } from '../../../rtc/fakes/fake-signer'
import { createFakeCertificate } from '../../../rtc/fakes/fake-track'
import type { CallPath } from '../../../rtc/call-path'
import type { Signalling } from '../../../rtc/signalling'
import type { Signer, Unsealer } from '../../../rtc/signer'
import type { CallController } from '../call-control'
import { createCallController } from '../call-controller'
import type { CallControllerDeps, KnownPerson } from '../call-deps'
import { createCallsStore, type CallsStore, type CallView } from '../calls-store'

export interface Person {
  readonly id: string
  readonly name: string
  readonly signer: Signer
  readonly controller: CallController
  readonly store: CallsStore
  readonly media: FakeLocalMedia
  readonly home: Signalling
  readonly records: NewCallRecord[]
  readonly contacts: Map<string, Pick<KnownPerson, 'name'> & Partial<KnownPerson>>
  readonly blocked: Set<string>
  readonly wishes: { unknownCallers: UnknownCallers; ringSeconds: number; ringProof: boolean }
  /** Its own, as it goes with calls. */
  picture: string | null
  readonly visits: Signalling[]
  /** Every server that was asked for, and who brought the link to it. */
  readonly asked: { readonly server: BaseUrl; readonly via: BaseUrl | null }[]
  prewarm: boolean
  /** With whom calls go through a relay alone. */
  readonly relayOnly: Set<string>
  /** What its host keeps for the next page. */
  kept: KeptCall | null
  /** Calls somebody on that server, as pasting their link does. Returns the call's id. */
  call(other: Person, video?: boolean): string
  /** The newest call on screen. */
  view(): CallView
  phase(): string
  path(): CallPath | null
}

export interface World {
  readonly clock: FakeClock
  readonly server: FakeServer
  addServer(url: string, kind?: 'own' | 'stock'): FakeServer
  /** A person at home on that server, or on the first. Ids sort as given. */
  person(name: string, id: string, options?: PersonOptions): Person
}

/** Two people at home on one server, and somebody who watches. */
export async function createPair(kind: 'own' | 'stock' = 'own'): Promise<World & Pair> {
  const world = createWorld(kind)
  const ana = world.person('Ana', LOWER)
  const ben = world.person('Ben', HIGHER)
  await world.clock.advance(100)
  return { ...world, ana, ben }
}

export interface Pair {
  readonly ana: Person
  readonly ben: Person
}

/** Ana has called Ben, and it rings. */
export async function ring({ clock, ana, ben }: World & Pair, video = true): Promise<string> {
  const callId = ana.call(ben, video)
  await clock.advance(200)
  return callId
}

/** Ana has called Ben, and they talk. */
export async function talk(world: World & Pair, video = true): Promise<string> {
  const callId = await ring(world, video)
  world.ben.controller.commands.accept(callId, video)
  await world.clock.advance(200)
  return callId
}

export interface PersonOptions {
  readonly server?: FakeServer
  readonly unseal?: Unsealer
  /** How long signing takes: main may be busy. */
  readonly signingMs?: number
  /** What links of that server say instead of what is dialled. */
  readonly advertised?: string
  /** Its home runs on its own computer. */
  readonly isOwnServer?: boolean
}

export const baseUrl = (text: string): BaseUrl => {
  const base = normaliseBaseUrl(text)
  if (!base.ok) throw new Error(`not a base URL: ${text}`)
  return base.value
}

export const LOWER = 'a'.repeat(32)
export const HIGHER = 'b'.repeat(32)
export const THIRD = 'c'.repeat(32)

export function createWorld(kind: 'own' | 'stock' = 'own'): World {
  const clock = createFakeClock()
  const servers = new Map<string, FakeServer>()
  const addServer = (text: string, serverKind: 'own' | 'stock' = 'own') => {
    const url = baseUrl(text)
    const server = new FakeServer({ clock, url, kind: serverKind })
    servers.set(url, server)
    return server
  }
  const first = addServer('https://one.example/', kind)
  let seed = 0
  return {
    clock,
    server: first,
    addServer,
    person(name, id, options = {}) {
      seed += 1_000
      return createPerson({ clock, servers, name, id, seed, server: options.server ?? first, options })
    },
  }
}

interface Making {
  readonly clock: FakeClock
  readonly servers: ReadonlyMap<string, FakeServer>
  readonly server: FakeServer
  readonly name: string
  readonly id: string
  readonly seed: number
  readonly options: PersonOptions
}

function createPerson({ clock, servers, server, name, id, seed, options }: Making): Person {
  const signer = slowed(createFakeSigner(id), clock, options.signingMs ?? 0)
  const store = createCallsStore()
  const media = new FakeLocalMedia(name)
  const home = server.connect(id)
  const records: NewCallRecord[] = []
  const contacts: Person['contacts'] = new Map()
  const blocked = new Set<string>()
  const wishes: Person['wishes'] = { unknownCallers: 'ring', ringSeconds: 45, ringProof: true }
  const visits: Signalling[] = []
  const advertised = options.advertised === undefined ? server.url : baseUrl(options.advertised)
  const asked: Person['asked'] = []
  const openVisit: CallControllerDeps['openVisit'] = (url, via) => {
    asked.push({ server: url, via })
    if (url === home.server || url === advertised) return Promise.resolve(ok(home))
    const visit = servers.get(url)?.connect(visitPeerId(id, String(visits.length + 1).padStart(8, '0')))
    if (!visit) return Promise.resolve({ ok: false, code: 'server-unreachable' })
    visits.push(visit)
    return Promise.resolve(ok(visit))
  }
  const controller = createCallController({
    ...{ signer, media, clock, store },
    ids: createFakeIds(seed),
    log: silentLog,
    unseal: options.unseal ?? fakeUnseal,
    home: () => home,
    advertisedHome: () => advertised,
    openVisit,
    closeVisit: (visit) => visit.close(),
    storedVia: (link) => {
      const known = records.find(({ callBack }) => callBack === appLink(link))
      return known?.via === undefined ? null : baseUrl(known.via)
    },
    contactOf(other) {
      const contact = contacts.get(other)
      return contact ? { hasPicture: false, ...contact } : null
    },
    namesakeOf: ({ id: other, name: theirs }) =>
      [...contacts].find(([known, contact]) => known !== other && contact.name === theirs)?.[1].name ?? null,
    isBlocked: (other) => blocked.has(other),
    settings: () => ({ name, prewarm: person.prewarm, ...wishes }),
    relayOnly: (other) => person.relayOnly.has(other),
    ownPicture: () => person.picture,
    acceptPicture: (data) => Promise.resolve(data.startsWith('/9j') ? `drawn:${data}` : null),
    qualityOf: () => null,
    ownLink: (relayOnly) => (relayOnly && options.isOwnServer ? '' : appLink({ id, server: advertised })),
    createCertificate: () => Promise.resolve(createFakeCertificate()),
    keepCall: (kept) => void (person.kept = kept),
    record: (record) => records.push(record),
  })
  controller.listen(home)

  const person: Person = {
    ...{
      id,
      name,
      signer,
      controller,
      store,
      media,
      home,
      records,
      contacts,
      blocked,
      wishes,
      visits,
      asked,
    },
    picture: null,
    prewarm: true,
    relayOnly: new Set(),
    kept: null,
    call: (other, video = true) =>
      controller.commands.place({ id: other.id, server: other.home.server, name: other.name }, video),
    view() {
      const last = store.getState().calls.at(-1)
      if (!last) throw new Error(`${name} has no call`)
      return last
    },
    phase() {
      const phase = store.getState().calls.at(-1)?.phase
      if (!phase) return 'none'
      return phase.name === 'ended' ? `ended: ${phase.reason}` : phase.name
    },
    path() {
      const last = store.getState().calls.at(-1)
      return last ? controller.pathOf(last.callId) : null
    },
  }
  return person
}

function slowed(signer: Signer, clock: FakeClock, ms: number): Signer {
  if (ms === 0) return signer
  return {
    ...signer,
    async seal(purpose, body) {
      await new Promise<void>((resolve) => clock.after(ms, resolve))
      return signer.seal(purpose, body)
    },
  }
}
