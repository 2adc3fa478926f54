// Owns one call's things while it lasts, and carries out what the call machine decides. Reaching the other side is
// dialling.ts (outgoing) and answering.ts (incoming); the connection is session-path.ts, devices are session-devices.ts.
import { closenessOf, type BaseUrl } from '../../../shared/link/base-url'
import type { CallMessage } from '../../../shared/protocol/call-messages'
import { cleanName } from '../../lib/clean-name'
import { createScope } from '../../lib/scope'
import type { CallPath } from '../../rtc/call-path'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import type { MediaKind } from '../../rtc/local-media'
import type { OwnScreen } from '../../rtc/own-screen'
import type { ParkedOffer } from '../../rtc/signalling'
import { Answering } from './answering'
import {
  runEffect,
  type CallEffect,
  type CallFacts,
  type EffectHandlers,
  type InCallMessage,
} from './call-state'
import { bye, CANCEL, DECLINE } from './call-steps'
import { mediaOf } from './call-media'
import type { CallTimer } from './call-timing'
import type { CallDetails } from './call-view'
import type { CallMedia, CallView } from './calls-store'
import { dial } from './dialling'
import { Farewell } from './farewell'
import { ringAgain } from './ring-again'
import { releaseServer } from './release-server'
import { isSaid, shownScreen, type SaidContent } from './said'
import type { ServerUse, SessionContext } from './session-context'
import { knownAs } from './known-as'
import type { SessionInit } from './session-init'
import { SessionDevices } from './session-devices'
import { SessionPath } from './session-path'
import { SessionPicture } from './session-picture'
import { SessionScreen } from './session-screen'
import { SessionTimers } from './session-timers'
import type { Carried, Keepable } from './call-keeping'
import type { Stray } from './stray-replies'
import { createStrikes, type Strike } from './strikes'

const PATH = 1

export class CallSession {
  /** Wall clock, for the history. */
  startedAt: number
  #name: string
  #remote: CallView['remote'] = null
  #remoteSeq = 0
  #agreed = false
  /** Neither STUN nor a relay, and not on one computer: only a common network can connect the two. */
  #relayless = false
  #server: ServerUse | null = null
  #via: BaseUrl | null
  readonly #init: SessionInit
  readonly #scope = createScope()
  readonly #strikes = createStrikes()
  readonly #context: SessionContext
  readonly #path: SessionPath
  readonly #devices: SessionDevices
  readonly #screen: SessionScreen
  readonly #picture: SessionPicture
  readonly #timers: SessionTimers
  readonly #answering: Answering | null
  readonly #farewell: Farewell
  readonly #handlers: EffectHandlers

  constructor(init: SessionInit) {
    const { deps, facts, line, certificates, useServer, emit, cause } = init
    this.#init = init
    this.#screen = new SessionScreen(deps.clock)
    this.startedAt = deps.clock.wallNow()
    this.#name = init.name
    this.#via = 't' in cause ? null : cause.via
    this.#context = {
      ...{ facts, deps, line, certificates, useServer, emit },
      scope: this.#scope,
      onPath: (path) => this.#onPath(path),
      onIceServers: (count, signalling) => {
        const server = knownAs(deps, signalling) ?? signalling.server
        this.#relayless = count === 0 && closenessOf(server) !== 'loopback'
      },
    }
    this.#path = new SessionPath(this.#context, {
      onMessage: (message) => this.receive(message),
      onStrike: (strike) => this.strike(strike),
      onChannel: () => this.#devices.announceAgain(),
      onChange: () => init.onChange(),
    })
    this.#devices = new SessionDevices({
      media: deps.media,
      announce: (state) => void line.send(state),
      screen: () => this.#screen.said(),
      onChange: () => init.onChange(),
    })
    const { callId } = facts
    this.#picture = new SessionPicture({ deps, callId, scope: this.#scope, onChange: () => init.onChange() })
    this.#picture.offer(init.picture)
    this.#timers = new SessionTimers(deps.clock, (timer) => this.#onTimer(timer))
    this.#answering = 't' in cause ? new Answering(this.#context, cause) : null
    this.#farewell = new Farewell(line, facts.direction === 'outgoing' ? CANCEL : DECLINE)
    this.#handlers = this.#makeHandlers()
  }

  get facts(): CallFacts {
    return this.#init.facts
  }

  run(effect: CallEffect): void {
    runEffect(this.#handlers, effect)
  }

  /** Of this call, from this person: what doesn't fit is counted, the rest is the machine's. */
  receive(message: CallMessage): void {
    const theirRole = this.facts.direction === 'incoming' ? 'caller' : 'callee'
    if (message.t === 'invite' || message.role !== theirRole || message.path !== PATH) {
      return this.strike('wrong-state')
    }
    if (message.t === 'ringing' || message.t === 'accept') this.#name = cleanName(message.name) || this.#name
    if (message.t === 'accept') this.#picture.offer(message.picture)
    this.#init.emit({ type: 'messageReceived', message, relayless: this.#relayless })
  }

  /** Answers go to where the last message came from. */
  cameFrom(origin: SocketOrigin): void {
    this.#init.line.setSocket(origin)
  }

  socket(): SocketOrigin | null {
    return this.#init.line.socket()
  }

  /** As the source of a message that came after the call's end. */
  asStray(): Stray | null {
    const origin = this.socket()
    const { callId, person, direction } = this.facts
    const role = direction === 'incoming' ? 'caller' : 'callee'
    return origin && { message: { callId, from: person, role }, origin }
  }

  takeOffer(offer: ParkedOffer): void {
    if (this.#answering) this.#answering.takeOffer(offer)
    else offer.close()
  }

  versionRefused(): void {
    this.#init.emit({ type: 'versionRefused' })
  }

  strike(strike: Strike): void {
    if (this.#strikes.add(strike, this.#init.deps.clock.now())) this.#init.emit({ type: 'misbehaved' })
  }

  setDevice(kind: MediaKind, on: boolean): void {
    this.#devices.set(kind, on)
  }

  /** The user chose these in the call of theirs that this one goes on for. */
  inheritDevices({ wishes }: Carried): void {
    this.#devices.inherit(wishes)
  }

  carried(): Carried {
    return { startedAt: this.startedAt, name: this.#name, via: this.#via, wishes: this.#devices.wishes() }
  }

  keepable(): Keepable {
    const { callBack, deps } = this.#init
    const socket = this.socket()
    return { callBack, socket, carried: this.carried(), isHome: socket?.signalling === deps.home() }
  }

  /** This call goes on for the one that had all that. Its server stays in use, also where that was a visit. */
  carryOn(from: Carried): void {
    const socket = this.socket()
    if (socket) this.#server = this.#init.useServer(socket.signalling)
    this.startedAt = from.startedAt
    this.#name ||= from.name
    this.#via = from.via
    this.inheritDevices(from)
  }

  deviceRecovered(kind: MediaKind): void {
    this.#devices.recover(kind)
  }

  /** Null: nothing any more. Resolves when what was sent before is sent no longer. */
  showScreen(own: OwnScreen | null): Promise<void> {
    const sent = this.#screen.set(own)
    this.#devices.screenChanged()
    return sent
  }

  /** Over the channel or not at all. Returns the message's number, null where the channel isn't open. */
  say(content: SaidContent): number | null {
    return this.#init.line.sendOnChannel(content)
  }

  path(): CallPath | null {
    return this.#path.current()
  }

  details(): CallDetails {
    const [local, picture] = [this.#devices.sending(), this.#picture.url()]
    return { name: this.#name, local, remote: this.#remote, picture, callBack: this.#init.callBack }
  }

  /** Received tracks only once both sides agreed. */
  media(): CallMedia {
    return mediaOf(this.facts.callId, this.#devices, this.#agreed ? this.#path.current() : null)
  }

  /** Runs later unless the call is over by then. */
  after(ms: number, run: () => void): void {
    this.#scope.add(this.#init.deps.clock.after(ms, run))
  }

  /** Nothing begins after this; the last messages may still be on their way. Harmless twice. */
  close(): void {
    this.#scope.end()
    this.#answering?.end()
    this.#path.close(this.#farewell.isSaid)
    this.#init.closeLine()
  }

  #makeHandlers(): EffectHandlers {
    const { record, line, deps } = this.#init
    return {
      dial: () => this.#dial(),
      ring: ({ connect }) => this.#ring(connect),
      accept: ({ video }) => this.#answering?.accept(video),
      expectFingerprint: ({ fingerprint }) => this.#path.expectFingerprint(fingerprint),
      send: ({ content }) => this.#farewell.send(content),
      openDevices: ({ camera }) => {
        if (this.#answering?.isInVain() !== true) this.#devices.open(camera)
      },
      closeDevices: () => {
        this.#devices.close()
        this.#screen.close()
      },
      attachTracks: () => this.#attachTracks(),
      announceSending: () => this.#devices.announce(),
      applyRemote: ({ message }) => this.#applyRemote(message),
      restart: () => void this.#path.restart(),
      requestRestart: () => this.#path.requestRestart(),
      startTimer: ({ timer, ms }) => this.#timers.start(timer, ms),
      stopTimer: ({ timer }) => this.#timers.stop(timer),
      stopTimers: () => this.#timers.stopAll(),
      closePath: () => this.close(),
      record,
      releaseServer: () => void releaseServer(line, deps.clock, () => this.#server),
      countStray: () => this.strike('wrong-state'),
    }
  }

  #ring(connect: boolean): void {
    if (this.facts.unknown !== true) this.#picture.show()
    if (this.#answering) this.#answering.ring(connect)
    else ringAgain(this.#context)
  }

  #dial(): void {
    const { cause } = this.#init
    if ('t' in cause) return
    void dial(this.#context, cause, (use) => void (this.#server = use))
  }

  #onPath(path: CallPath): void {
    this.#path.adopt(path)
    if (this.#agreed) this.#attachTracks()
    this.#init.onChange()
  }

  #attachTracks(): void {
    if (!this.#agreed) this.#farewell.seal(bye('hung-up'))
    this.#agreed = true
    this.#picture.show()
    const path = this.#path.current()
    if (!path) return
    this.#devices.sendOn(path)
    this.#screen.sendOn(path)
  }

  #applyRemote(message: InCallMessage): void {
    if (isSaid(message)) return this.#init.onSaid(message)
    if (message.t !== 'state') return this.#path.apply(message)
    // Over the other way an older one can come later.
    if (message.seq <= this.#remoteSeq) return
    this.#remoteSeq = message.seq
    this.#remote = { microphone: message.mic, camera: message.cam, screen: shownScreen(message) }
  }

  #onTimer(timer: CallTimer): void {
    const { deps, emit, facts } = this.#init
    if (timer !== 'connect-deadline') return emit({ type: 'timerFired', timer })
    if (deps.relayOnly(facts.person)) return emit({ type: 'noRouteFound', reason: 'no-relay-here' })
    if (this.#relayless) return emit({ type: 'noRouteFound', reason: 'no-route-without-relay' })
    emit({ type: 'timerFired', timer })
  }
}
