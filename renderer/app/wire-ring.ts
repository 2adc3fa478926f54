// Owns telling the host what rings here and how this page is, for the tray, the ring window and the notifications; and doing
// what is asked for there.
import { parseCallLink } from '../../shared/link/call-link'
import type { Status } from '../../shared/model/status'
import type { PageVerb, VerbOf } from '../../shared/model/verbs'
import type { CallController } from '../features/calls/call-control'
import { liveView, ringingCalls } from '../features/calls/call-selectors'
import type { CallCommands, CallView, LocalSending } from '../features/calls/calls-store'
import type { KindState } from '../features/devices/devices-store'
import { toldRings, type KnownOfRings } from '../features/ringing/told-rings'
import type { ShareController } from '../features/share/share-controller'
import type { PeopleState } from '../features/people/people-store'
import type { AvatarPictures } from '../ui/avatar-pictures'
import { avatarPicturesOf } from './avatar-pictures-of'
import { callCommands } from './call-commands'
import type { Parts } from './compose'

type Calls = () => CallController | null

export function wireRing(parts: Parts, calls: Calls, share: ShareController): void {
  const { stores, desktop } = parts
  const pictures = avatarPicturesOf({ desktop, ...stores })
  const rings = teller(
    () =>
      toldRings(ringingCalls(stores.calls.getState()), {
        ...knownPeople(stores.people.getState(), pictures),
        originOf: (callId) => calls()?.rings.originOf(callId) ?? null,
      }),
    (now) => void desktop.call('rings.tell', now),
  )
  const status = teller(
    () => statusOf(parts),
    (now) => void desktop.call('status.tell', now),
  )
  stores.calls.subscribe(rings)
  pictures.subscribe(rings)
  for (const store of [stores.calls, stores.connection, stores.devices, stores.share]) store.subscribe(status)
  rings()
  status()
  desktop.on('ring.proven', ({ callId, step }) => calls()?.ringProven(callId, step))
  desktop.on('verb.asked', (verb) => doVerb({ parts, commands: callCommands(calls), share }, verb))
}

function knownPeople({ contacts }: PeopleState, pictures: AvatarPictures): Omit<KnownOfRings, 'originOf'> {
  return {
    isFavourite: (id) => contacts.some((contact) => contact.id === id && contact.favourite),
    storedPicture(id) {
      const picture = pictures.pictureOf(id)
      if (picture === null) return null
      pictures.want(picture)
      return pictures.urlOf(picture)
    },
  }
}

/** Tells at once, and only what is new. */
function teller<T>(read: () => T, tell: (now: T) => void): () => void {
  let told = ''
  return () => {
    const now = read()
    const written = JSON.stringify(now)
    if (written === told) return
    told = written
    tell(now)
  }
}

function statusOf({ stores }: Parts): Status {
  const { home, appLink } = stores.connection.getState()
  const call = liveView(stores.calls.getState())
  const devices = stores.devices.getState()
  return {
    reachable: home.status === 'open',
    link: appLink ?? '',
    call: call && isTold(call) ? callStatus(call, stores.share.getState().own) : null,
    devices: {
      microphone: choicesOf(devices.microphone),
      speaker: choicesOf(devices.speaker),
      ringer: choicesOf(devices.ringer),
    },
  }
}

/** What rings here is told as that. */
const isTold = ({ direction, phase }: CallView): boolean =>
  !(direction === 'incoming' && phase.name === 'ringing')

type OwnShare = ReturnType<Parts['stores']['share']['getState']>['own']

function callStatus(call: CallView, own: OwnShare): Status['call'] {
  const { name: phase } = call.phase
  if (phase === 'ended') return null
  const { microphone, camera } = call.local
  const sharing = own.is === 'live' ? (own.held === null ? 'live' : 'held') : 'no'
  return {
    ...{ callId: call.callId, name: call.person.name, phase, sharing },
    ...{ microphone: sendingOf(microphone), camera: sendingOf(camera) },
  }
}

const sendingOf = ({ is }: LocalSending): 'on' | 'off' | 'none' => (is === 'starting' ? 'on' : is)

/** More than that isn't told: a device with an odd name must not keep the tray from all others. */
const MOST_CHOICES = 32
const MOST_CHARS = 256
const choicesOf = ({ available, wished }: KindState): Status['devices']['speaker'] => ({
  choices: available
    .filter(({ id }) => id !== '' && id.length <= MOST_CHARS)
    .slice(0, MOST_CHOICES)
    .map(({ id, label }) => ({ id, label: label.slice(0, MOST_CHARS) })),
  wished,
})

interface Doers {
  readonly parts: Parts
  readonly commands: CallCommands
  readonly share: ShareController
}

type VerbHandlers = { readonly [N in PageVerb['verb']]: (doers: Doers, verb: VerbOf<N>) => void }

const theFrames = (): void => undefined

const HANDLERS: VerbHandlers = {
  accept({ parts, commands }, { callId, video }) {
    const ringing = ringingCalls(parts.stores.calls.getState()).find((call) => call.callId === callId)
    if (ringing) commands.accept(ringing.callId, video ?? ringing.video)
  },
  decline({ commands }, { callId, message }) {
    if (callId !== undefined) commands.decline(callId, message)
  },
  'hang-up': inCall((commands, { callId }) => commands.hangUp(callId)),
  mute: inCall((commands, { callId }) => commands.setMicrophone(callId, false)),
  unmute: inCall((commands, { callId }) => commands.setMicrophone(callId, true)),
  'toggle-microphone': inCall((commands, { callId, local }) =>
    commands.setMicrophone(callId, !isOn(local.microphone)),
  ),
  'toggle-camera': inCall((commands, { callId, local }) => commands.setCamera(callId, !isOn(local.camera))),
  'pause-sharing': ({ share }) => share.pause(),
  'resume-sharing': ({ share }) => share.resume(),
  'switch-sharing': ({ share }) => share.open(),
  'stop-sharing': ({ share }) => share.stop(),
  'choose-device': ({ parts }, { kind, device }) => parts.devices.choose(kind, device),
  'call-person': (doers, { id }) => callPerson(doers, id),
  'open-settings': theFrames,
  'open-history': theFrames,
}

type Asked<N extends PageVerb['verb']> = { [P in N]: { readonly verb: P } & VerbOf<P> }[N]

function doVerb<N extends PageVerb['verb']>(doers: Doers, verb: Asked<N>): void {
  HANDLERS[verb.verb](doers, verb)
}

function isOn(sending: LocalSending): boolean {
  return sendingOf(sending) === 'on'
}

/** Whatever is on: an outside press names no call. */
function inCall(act: (commands: CallCommands, call: CallView) => void): (doers: Doers) => void {
  return ({ parts, commands }) => {
    const call = liveView(parts.stores.calls.getState())
    if (call && isTold(call)) act(commands, call)
  }
}

/** A contact where they were last seen, or whoever called lately. Not while another call is on. */
function callPerson({ parts, commands }: Doers, id: string): void {
  const { people, calls } = parts.stores
  if (liveView(calls.getState())) return
  const { contacts, records } = people.getState()
  const contact = contacts.find((each) => each.id === id)
  const record = records.find((each) => each.id === id && each.callBack !== null)
  const link = record?.callBack ? parseCallLink(record.callBack) : null
  const server = contact?.server ?? (link?.ok ? link.value.server : null)
  const name = contact?.name ?? record?.name ?? ''
  if (server !== null) commands.place({ id, name, server }, record?.video ?? true)
}
