// Owns one call's things while it lasts: line, connection, devices, timers; and carries out what the call machine decides.
// Reaching the other side is dialling.ts (outgoing) and answering.ts (incoming); the connection is session-path.ts.
import { assertNever } from '../../../shared/assert-never'
import { closenessOf } from '../../../shared/link/base-url'
import type { CallMessage, CallMessageOf } from '../../../shared/protocol/call-messages'
import { cleanName } from '../../lib/clean-name'
import { createScope } from '../../lib/scope'
import type { CallPath } from '../../rtc/call-path'
import type { CourierLine } from '../../rtc/courier-line'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import type { MediaKind } from '../../rtc/local-media'
import type { ParkedOffer, Signalling } from '../../rtc/signalling'
import { createAnswering, type Answering } from './answering'
import type { CallControllerDeps } from './call-deps'
import type { CallEffect, CallEvent, CallFacts } from './call-state'
import type { CallTimer } from './call-timing'
import type { CallDetails } from './call-view'
import type { CallMedia, CallView } from './calls-store'
import type { Certificates } from './certificates'
import { dial, type DialTarget } from './dialling'
import { announced, SendingDevice } from './sending-device'
import type { ServerUse, SessionContext } from './session-context'
import { SessionPath } from './session-path'
import type { Stray } from './stray-replies'
import { createStrikes, type Strike } from './strikes'

export interface SessionInit {
  readonly facts: CallFacts
  readonly deps: CallControllerDeps
  readonly certificates: Certificates
  readonly line: CourierLine
  /** What a call comes from: a link that was dialled, or an invite that came. */
  readonly cause: DialTarget | CallMessageOf<'invite'>
  readonly name: string
  readonly callBack: string | null
  useServer(signalling: Signalling): ServerUse
  emit(event: CallEvent): void
  /** Something that the screens show has changed. */
  onChange(): void
}

const PATH = 1
const RELEASE_MS = 3_000

export class CallSession {
  readonly facts: CallFacts
  readonly startedAt: number
  #name: string
  #remote: CallView['remote'] = null
  #remoteSeq = 0
  #agreed = false
  #announcing = false
  #lastAnnounced = ''
  #relayless = false
  #server: ServerUse | null = null
  readonly #scope = createScope()
  readonly #timers = new Map<CallTimer, () => void>()
  readonly #strikes = createStrikes()
  readonly #context: SessionContext
  readonly #path: SessionPath
  readonly #answering: Answering | null
  readonly #devices: Readonly<Record<MediaKind, SendingDevice>>

  constructor(private readonly init: SessionInit) {
    const { deps, facts, line, cause } = init
    this.facts = facts
    this.startedAt = deps.clock.wallNow()
    this.#name = init.name
    this.#context = {
      ...{ facts, deps, line, certificates: init.certificates, scope: this.#scope },
      useServer: init.useServer,
      emit: (event) => init.emit(event),
      onPath: (path) => this.#onPath(path),
      onIceServers: (count, { server }) => {
        this.#relayless = count === 0 && closenessOf(server) !== 'loopback'
      },
    }
    this.#path = new SessionPath(this.#context, {
      onMessage: (message) => this.receive(message),
      onStrike: (strike) => this.strike(strike),
      onChange: () => init.onChange(),
    })
    this.#answering = 't' in cause ? createAnswering(this.#context, cause) : null
    const device = (kind: MediaKind) => new SendingDevice(kind, deps.media, () => this.#onDevice())
    this.#devices = { microphone: device('microphone'), camera: device('camera') }
  }

  run(effect: CallEffect): void {
    switch (effect.do) {
      case 'dial':
        return this.#dial()
      case 'ring':
        return this.#answering?.ring(effect.connect)
      case 'accept':
        return this.#answering?.accept(effect.video)
      case 'expectFingerprint':
        return this.#path.current()?.expectFingerprint(effect.fingerprint)
      case 'send':
        this.init.line.send(effect.content)
        return
      case 'openDevices':
        return this.#openDevices(effect.camera)
      case 'attachTracks':
        return this.#attachTracks()
      case 'announceSending':
        this.#announcing = true
        return this.#announce(true)
      case 'applyRemote':
        return effect.message.t === 'state' ? this.#onState(effect.message) : this.#path.apply(effect.message)
      case 'restart':
        void this.#path.restart()
        return
      case 'startTimer':
        return this.#startTimer(effect.timer, effect.ms)
      case 'stopTimer':
        return this.#timers.get(effect.timer)?.()
      case 'countStray':
        return this.strike('wrong-state')
      default:
        return this.#finish(effect)
    }
  }

  #finish(
    effect: Extract<
      CallEffect,
      { do: 'stopTimers' | 'closeDevices' | 'closePath' | 'record' | 'releaseServer' }
    >,
  ) {
    switch (effect.do) {
      case 'stopTimers':
        for (const stop of [...this.#timers.values()]) stop()
        return
      case 'closeDevices':
        for (const device of Object.values(this.#devices)) device.close()
        return
      case 'closePath':
        return this.close()
      case 'releaseServer':
        void this.#release()
        return
      case 'record':
        return // the controller's
      default:
        return assertNever(effect)
    }
  }

  /** Of this call, from this person: what doesn't fit is counted, the rest is the machine's. */
  receive(message: CallMessage): void {
    const theirRole = this.facts.direction === 'incoming' ? 'caller' : 'callee'
    if (message.t === 'invite' || message.role !== theirRole || message.path !== PATH) {
      return this.strike('wrong-state')
    }
    if (message.t === 'ringing' || message.t === 'accept') this.#name = cleanName(message.name) || this.#name
    this.init.emit({ type: 'messageReceived', message })
  }

  /** Answers go to where the last message came from. */
  cameFrom(origin: SocketOrigin): void {
    this.init.line.setSocket(origin)
  }

  takeOffer(offer: ParkedOffer): void {
    if (this.#answering) this.#answering.takeOffer(offer)
    else offer.close()
  }

  /** For an answer after the call's end. */
  asStray(): Stray | null {
    const origin = this.init.line.socket()
    const { callId, person, direction } = this.facts
    const role = direction === 'incoming' ? 'caller' : 'callee'
    return origin && { message: { callId, from: person, role }, origin }
  }

  versionRefused(): void {
    this.init.emit({ type: 'versionRefused' })
  }

  strike(strike: Strike): void {
    if (this.#strikes.add(strike)) this.init.emit({ type: 'misbehaved' })
  }

  setDevice(kind: MediaKind, on: boolean): void {
    this.#devices[kind].set(on)
  }

  socket(): SocketOrigin | null {
    return this.init.line.socket()
  }

  deviceRecovered(kind: MediaKind): void {
    this.#devices[kind].recover()
  }

  path(): CallPath | null {
    return this.#path.current()
  }

  details(): CallDetails {
    const { microphone, camera } = this.#devices
    const local = { microphone: microphone.sending(), camera: camera.sending() }
    return { name: this.#name, local, remote: this.#remote, callBack: this.init.callBack }
  }

  /** Received tracks only once both sides agreed. */
  media(): CallMedia {
    const path = this.#agreed ? this.#path.current() : null
    return {
      callId: this.facts.callId,
      localCamera: this.#devices.camera.track(),
      localMicrophone: this.#devices.microphone.track(),
      remoteMicrophone: path?.remoteTrack('microphone') ?? null,
      remoteCamera: path?.remoteTrack('camera') ?? null,
    }
  }

  /** Nothing begins after this; the last message may still be on its way. Harmless twice. */
  close(): void {
    this.#scope.end()
    this.#answering?.end()
    this.#path.close()
    this.init.line.end()
  }

  #dial(): void {
    const { cause } = this.init
    if ('t' in cause) return
    void dial(this.#context, cause, (use) => {
      this.#server = use
    })
  }

  #onPath(path: CallPath): void {
    this.#path.adopt(path)
    if (this.#agreed) this.#attachTracks()
    this.init.onChange()
  }

  #openDevices(camera: boolean): void {
    this.#devices.microphone.set(true)
    if (camera) this.#devices.camera.set(true)
  }

  #attachTracks(): void {
    this.#agreed = true
    const path = this.#path.current()
    if (path) for (const device of Object.values(this.#devices)) device.sendOn(path)
  }

  #onDevice(): void {
    if (this.#announcing) this.#announce(false)
    this.init.onChange()
  }

  #announce(again: boolean): void {
    const mic = announced(this.#devices.microphone.sending())
    const cam = announced(this.#devices.camera.sending())
    const now = `${mic} ${cam}`
    if (this.#scope.ended || (now === this.#lastAnnounced && !again)) return
    this.#lastAnnounced = now
    this.init.line.send({ t: 'state', mic, cam, screen: 'off' })
  }

  #onState(message: CallMessageOf<'state'>): void {
    // Over the other way an older one can come later.
    if (message.seq <= this.#remoteSeq) return
    this.#remoteSeq = message.seq
    this.#remote = { microphone: message.mic, camera: message.cam }
    this.init.onChange()
  }

  #startTimer(timer: CallTimer, ms: number): void {
    this.#timers.get(timer)?.()
    const stop = this.init.deps.clock.after(ms, () => {
      this.#timers.delete(timer)
      this.init.emit(
        timer === 'connect-deadline' && this.#relayless
          ? { type: 'noRouteFound' }
          : { type: 'timerFired', timer },
      )
    })
    this.#timers.set(timer, () => {
      this.#timers.delete(timer)
      stop()
    })
  }

  /** After the last message has left; a server that says nothing isn't waited for. */
  async #release(): Promise<void> {
    const { line, deps } = this.init
    const patience = new Promise<void>((resolve) => deps.clock.after(RELEASE_MS, resolve))
    await Promise.race([line.settled(), patience])
    this.#server?.release()
  }
}
