// Owns the running calls: feeds the calls machine with what users, servers and connections do, hands its effects to each
// call's session, and keeps the store. Decides nothing itself. What servers bring is sorted in call-arrivals.ts.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { appLink } from '../../../shared/link/call-link'
import type { KeptCall } from '../../../shared/model/kept-call'
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import { cleanName } from '../../lib/clean-name'
import { createEmitter } from '../../lib/emitter'
import type { CallPath } from '../../rtc/call-path'
import { Courier } from '../../rtc/courier'
import type { SocketOrigin } from '../../rtc/courier-inbox'
import type { MediaKind } from '../../rtc/local-media'
import type { OwnScreen } from '../../rtc/own-screen'
import type { Signalling } from '../../rtc/signalling'
import { Arrivals } from './call-arrivals'
import { callBackLink } from './call-back-rules'
import type { CallController } from './call-control'
import type { CallControllerDeps } from './call-deps'
import { createCallKeeper, keptCallOf, takingUp, type CallKeeper } from './call-keeping'
import { logStages } from './call-log'
import { isLive, mayHaveMedia } from './call-machine'
import { showCalls } from './call-projection'
import { recordOf } from './call-record-rules'
import { CallSession } from './call-session'
import type { SaidContent, SaidInCall } from './said'
import type { SessionInit } from './session-init'
import type { CallEvent, CallFacts, EffectOf } from './call-state'
import type { CallCommands } from './calls-store'
import { findCall, liveCall, noCalls, type CallsEvent, type CallsMachine } from './calls-list'
import { stepCalls } from './calls-machine'
import { createCertificates, type Certificates } from './certificates'
import { knownAs } from './known-as'
import { createLearnedLinks, type LearnedLinks } from './learned-links'
import { runListEffect, type ListHost } from './list-effects'
import { createServerUses, type ServerUses } from './server-uses'
import { createStrayReplies, type Stray, type StrayReplies } from './stray-replies'

export function createCallController(deps: CallControllerDeps): CallController {
  return new Calls(deps)
}

class Calls implements CallController {
  readonly commands: CallCommands
  #machine: CallsMachine
  #running = false
  readonly #queue: CallsEvent[] = []
  readonly #deps: CallControllerDeps
  readonly #courier: Courier
  readonly #arrivals: Arrivals
  readonly #uses: ServerUses
  readonly #certificates: Certificates
  readonly #replies: StrayReplies
  readonly #keeper: CallKeeper
  readonly #list: ListHost
  readonly #learned: LearnedLinks
  readonly #said = createEmitter<SaidInCall>()
  readonly #sessions = new Map<string, CallSession>()
  /** Messages of no call, until they are answered. */
  readonly #strays = new Map<string, Stray>()

  constructor(deps: CallControllerDeps) {
    this.#deps = deps
    this.#machine = noCalls(deps.signer.id)
    this.#learned = createLearnedLinks((link) => deps.storedVia(link))
    this.#certificates = createCertificates(() => deps.createCertificate(), deps.log)
    this.#courier = new Courier({
      ...{ signer: deps.signer, unseal: deps.unseal, clock: deps.clock },
      name: () => deps.settings().name,
      onMessage: (message, origin) => this.#arrivals.onMessage(message, origin),
      onProblem: (problem) => this.#arrivals.onProblem(problem),
    })
    this.#replies = createStrayReplies(this.#courier)
    this.#list = {
      replies: this.#replies,
      sessionOf: (callId) => this.#sessions.get(callId) ?? null,
      strayOf: (callId) => this.#strays.get(callId) ?? null,
      callOf: (callId) => findCall(this.#machine, callId),
      step: (event) => this.#step(event),
      forget: (callId) => this.#forget(callId),
    }
    this.#keeper = createCallKeeper((kept) => deps.keepCall(kept))
    this.#arrivals = new Arrivals({
      log: deps.log,
      now: () => deps.clock.now(),
      sessionOf: (callId) => this.#sessions.get(callId) ?? null,
      sessionWith: (origin) => this.#sessionWith(origin),
      isKnown: (callId) => this.#machine.recent.has(callId),
      invited: (invite, origin) => this.#invited(invite, origin),
      strayed: ({ message, origin }) => {
        this.#strays.set(message.callId, { message, origin })
        this.#step({ type: 'strayReceived', callId: message.callId, kind: message.t })
      },
      refuseVersion: (head, origin) => this.#replies.refuseVersion(head, origin),
    })
    this.#uses = createServerUses({
      isHome: (signalling) => signalling === deps.home(),
      listen: (signalling) => this.listen(signalling),
      closeVisit: (visit) => deps.closeVisit(visit),
    })
    this.commands = {
      place: (target, video) => this.#place(target, video),
      accept: (callId, video) => this.#inCall(callId, { type: 'acceptPressed', video }),
      decline: (callId) => this.#inCall(callId, { type: 'declinePressed' }),
      hangUp: (callId) => this.#inCall(callId, { type: 'hangUpPressed' }),
      setMicrophone: (callId, on) => this.#setDevice(callId, 'microphone', on),
      setCamera: (callId, on) => this.#setDevice(callId, 'camera', on),
      dismiss: (callId) => this.#step({ type: 'dismissed', callId }),
    }
  }

  listen(signalling: Signalling): () => void {
    const stops = [
      this.#courier.listen(signalling),
      signalling.onOffer((offer) => this.#arrivals.onOffer(offer, signalling)),
      signalling.onState(({ status }) => {
        if (status === 'open') this.#onServerOpen(signalling)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  networkChanged(): void {
    this.#inLive({ type: 'networkChanged' })
  }

  deviceRecovered(kind: MediaKind): void {
    this.#liveSession()?.deviceRecovered(kind)
  }

  refresh(): void {
    this.#sync()
  }

  onSaid(listener: (said: SaidInCall) => void): () => void {
    return this.#said.on(listener)
  }

  say(callId: string, content: SaidContent): number | null {
    return this.#sessions.get(callId)?.say(content) ?? null
  }

  showScreen(callId: string, own: OwnScreen | null): void {
    this.#sessions.get(callId)?.showScreen(own)
  }

  pathOf(callId: string): CallPath | null {
    return this.#sessions.get(callId)?.path() ?? null
  }

  resume(kept: KeptCall): void {
    if (liveCall(this.#machine)) return
    const { facts, cause, carried } = takingUp(kept, this.#deps.ids.hex(32), this.#deps.clock)
    const { name, callBack } = kept
    this.#openSession(facts, { cause, name: cleanName(name), callBack }).carryOn(carried)
    this.#step({ type: 'callPlaced', facts })
  }

  end(mayReturn = false): void {
    if (mayReturn) this.#keeper.freeze()
    this.#inLive({ type: 'abandoned', mayReturn })
  }

  #place(target: Parameters<CallCommands['place']>[0], video: boolean): string {
    const live = liveCall(this.#machine)
    if (live) {
      const { callId, person, direction } = live.facts
      // They ring here already: calling them is answering.
      if (person === target.id && direction === 'incoming') this.commands.accept(callId, video)
      return callId
    }
    const base = normaliseBaseUrl(target.server)
    const link = base.ok ? { id: target.id, server: base.value } : null
    const facts = { callId: this.#deps.ids.hex(32), direction: 'outgoing', person: target.id, video } as const
    this.#openSession(facts, {
      cause: { server: link?.server ?? null, via: link && this.#learned.viaOf(link) },
      name: cleanName(target.name),
      callBack: link && appLink(link),
    })
    this.#step({ type: 'callPlaced', facts })
    return facts.callId
  }

  #invited(invite: CallMessageOf<'invite'>, origin: SocketOrigin): CallSession | null {
    const { callId, from: person, video } = invite
    const facts: CallFacts = { callId, direction: 'incoming', person, video }
    const via = knownAs(this.#deps, origin.signalling)
    const callBack = callBackLink(invite.link, person, via)
    if (callBack !== null && via !== null) this.#learned.add(callBack, via)
    const session = this.#openSession(facts, { cause: invite, name: cleanName(invite.name), callBack })
    session.cameFrom(origin)
    const connect = this.#deps.settings().prewarm && this.#deps.contactOf(person) !== null
    this.#step({ type: 'inviteReceived', facts, connect, answers: invite.answers })
    return this.#sessions.get(callId) ?? null
  }

  #openSession(facts: CallFacts, origin: Pick<SessionInit, 'cause' | 'name' | 'callBack'>): CallSession {
    const { callId, person, direction } = facts
    const role = direction === 'outgoing' ? 'caller' : 'callee'
    const line = this.#courier.openLine({ callId, person, role, path: 1 })
    const session: CallSession = new CallSession({
      ...origin,
      ...{ facts, line, deps: this.#deps, certificates: this.#certificates },
      useServer: (signalling) => this.#uses.use(signalling),
      closeLine: () => this.#courier.closeLine(line),
      emit: (event) => this.#inCall(callId, event),
      record: (ended) => this.#record(session, ended),
      onSaid: (message) => this.#said.emit({ callId, message }),
      onChange: () => this.#sync(),
    })
    this.#sessions.set(callId, session)
    return session
  }

  /** Before it is accepted, a call that comes in opens nothing. */
  #setDevice(callId: string, kind: MediaKind, on: boolean): void {
    const call = findCall(this.#machine, callId)
    if (!call || !isLive(call)) return
    if (call.facts.direction === 'outgoing' || mayHaveMedia(call))
      this.#sessions.get(callId)?.setDevice(kind, on)
  }

  #onServerOpen(signalling: Signalling): void {
    if (this.#liveSession()?.socket()?.signalling === signalling) this.#inLive({ type: 'signallingReturned' })
  }

  #liveSession(): CallSession | null {
    const live = liveCall(this.#machine)
    return (live && this.#sessions.get(live.facts.callId)) ?? null
  }

  /** Only our server lets nobody send under another's id. */
  #sessionWith({ signalling, peerId }: SocketOrigin): CallSession | null {
    const session = this.#liveSession()
    const socket = session?.socket()
    return signalling.kind === 'own' && socket?.signalling === signalling && socket.peerId === peerId
      ? session
      : null
  }

  #inLive(event: CallEvent): void {
    const live = liveCall(this.#machine)
    if (live) this.#inCall(live.facts.callId, event)
  }

  #inCall(callId: string, event: CallEvent): void {
    this.#step({ type: 'inCall', callId, event })
  }

  /** One event at a time: what its effects bring about comes after all of them. */
  #step(event: CallsEvent): void {
    this.#queue.push(event)
    if (this.#running) return
    this.#running = true
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#runStep(next)
    } finally {
      this.#running = false // a bug in one effect must not end all calls to come
    }
    this.#strays.clear()
    this.#sync()
  }

  #runStep(event: CallsEvent): void {
    const before = this.#machine
    const { machine, effects } = stepCalls(before, event, this.#deps.clock.now())
    this.#machine = machine
    logStages(this.#deps.log, before, machine)
    for (const effect of effects) {
      if ('call' in effect) this.#sessions.get(effect.callId)?.run(effect.call)
      else runListEffect(this.#list, effect.callId, effect.list)
    }
  }

  #forget(callId: string): void {
    this.#sessions.get(callId)?.close()
    this.#sessions.delete(callId)
  }

  #record(session: CallSession, { reason, talkedMs }: EffectOf<'record'>): void {
    const facts = findCall(this.#machine, session.facts.callId)?.facts ?? session.facts
    const { name, callBack } = session.details()
    const via = this.#learned.viaOfText(callBack)
    const record = recordOf({
      ...{ facts, name, reason, talkedMs, callBack, via },
      startedAt: session.startedAt,
    })
    if (record) this.#deps.record(record)
  }

  #sync(): void {
    if (this.#running) return
    showCalls(this.#deps, this.#machine, this.#sessions)
    const live = liveCall(this.#machine)
    const session = this.#liveSession()
    this.#keeper.keep(live && session && keptCallOf(live, session.keepable(), this.#deps.clock))
  }
}
