// Owns the running calls: feeds the calls machine with what users, servers and connections do, hands its effects to each
// call's session, and keeps the store. Decides nothing itself. What servers bring is sorted in call-arrivals.ts.
import type { RingProofStep } from '../../../shared/model/call'
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
import { createCallKeeper, keptCallOf, type CallKeeper } from './call-keeping'
import { logStages } from './call-log'
import { isLive, mayHaveMedia } from './call-machine'
import { showCalls } from './call-projection'
import { placeCallTo, resumeCall } from './placed-calls'
import { provenSender } from './proven-sender'
import { recordOf } from './call-record-rules'
import { CallSession } from './call-session'
import type { SaidContent, SaidInCall } from './said'
import type { CallEvent, CallFacts, EffectOf } from './call-state'
import type { CallsHost, SessionOrigin } from './calls-host'
import type { CallCommands } from './calls-store'
import { findCall, liveCall, noCalls, type CallsEvent, type CallsMachine } from './calls-list'
import { stepCalls } from './calls-machine'
import { createCertificates, type Certificates } from './certificates'
import { invitedCall } from './invited-call'
import { KeptRings } from './kept-rings'
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
  readonly rings: KeptRings
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
  readonly #host: CallsHost
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
    this.#host = this.#makeHost()
    this.#list = {
      ...{ ...this.#host, replies: this.#replies },
      strayOf: (callId) => this.#strays.get(callId) ?? null,
      forget: (callId) => this.#forget(callId),
    }
    this.rings = new KeptRings({ ...this.#host, replies: this.#replies })
    this.#keeper = createCallKeeper((kept) => deps.keepCall(kept))
    this.#arrivals = new Arrivals({
      log: deps.log,
      now: () => deps.clock.now(),
      sessionOf: this.#host.sessionOf,
      sessionWith: (origin) => provenSender(this.#liveSession(), origin),
      isKnown: (callId) => this.#machine.recent.has(callId),
      isBlocked: (id) => deps.isBlocked(id),
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
    this.commands = this.#makeCommands()
  }

  ringProven(callId: string, step: RingProofStep): void {
    if (this.#deps.settings().ringProof) this.#inCall(callId, { type: 'ringProven', step })
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

  async showScreen(callId: string, own: OwnScreen | null): Promise<void> {
    await this.#sessions.get(callId)?.showScreen(own)
  }

  pathOf(callId: string): CallPath | null {
    return this.#sessions.get(callId)?.path() ?? null
  }

  resume(kept: KeptCall): void {
    resumeCall(this.#host, kept)
  }

  end(mayReturn = false): void {
    if (mayReturn) this.#keeper.freeze()
    this.#inLive({ type: 'abandoned', mayReturn })
    // With it gone, the one that waited beside it is the live one.
    this.#inLive({ type: 'abandoned', mayReturn: false })
  }

  #makeHost(): CallsHost {
    return {
      ...{ deps: this.#deps, learned: this.#learned },
      live: () => liveCall(this.#machine),
      callOf: (callId) => findCall(this.#machine, callId),
      sessionOf: (callId) => this.#sessions.get(callId) ?? null,
      openSession: (facts, origin) => this.#openSession(facts, origin),
      accept: (callId, video) => this.commands.accept(callId, video),
      step: (event) => this.#step(event),
    }
  }

  #makeCommands(): CallCommands {
    return {
      place: (target, video) => placeCallTo(this.#host, target, video),
      accept: (callId, video) => {
        if (!this.rings.accept(callId, video)) this.#inCall(callId, { type: 'acceptPressed', video })
      },
      decline: (callId, message) => this.#inCall(callId, { type: 'declinePressed', message }),
      hangUp: (callId) => this.#inCall(callId, { type: 'hangUpPressed' }),
      setMicrophone: (callId, on) => this.#setDevice(callId, 'microphone', on),
      setCamera: (callId, on) => this.#setDevice(callId, 'camera', on),
      dismiss: (callId) => this.#step({ type: 'dismissed', callId }),
    }
  }

  #invited(invite: CallMessageOf<'invite'>, origin: SocketOrigin): CallSession | null {
    const event = invitedCall(this.#deps, invite)
    const via = knownAs(this.#deps, origin.signalling)
    const callBack = callBackLink(invite.link, invite.from, via)
    if (callBack !== null && via !== null && event.standing !== 'blocked') this.#learned.add(callBack, via)
    const [name, { picture }] = [cleanName(invite.name), invite]
    const session = this.#openSession(event.facts, { cause: invite, name, callBack, picture })
    session.cameFrom(origin)
    this.#step(event)
    return this.#sessions.get(invite.callId) ?? null
  }

  #openSession(facts: CallFacts, { afterSeq = 0, ...origin }: SessionOrigin): CallSession {
    const { callId, person, direction } = facts
    const role = direction === 'outgoing' ? 'caller' : 'callee'
    const line = this.#courier.openLine({ callId, person, role, path: 1, afterSeq })
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

  #inLive(event: CallEvent): void {
    const live = liveCall(this.#machine)
    if (live) this.#inCall(live.facts.callId, event)
  }

  #inCall(callId: string, event: CallEvent): void {
    if (event.type === 'acceptPressed') this.#arrivals.accepted(callId)
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
    const { startedAt } = session
    const quality = this.#deps.qualityOf(session.facts.callId)
    const record = recordOf({ facts, name, reason, talkedMs, callBack, via, startedAt, quality })
    if (record) this.#deps.record(record)
    this.rings.answerEnded(session, reason)
  }

  #sync(): void {
    if (this.#running) return
    showCalls(this.#deps, this.#machine, this.#sessions)
    const live = liveCall(this.#machine)
    const session = this.#liveSession()
    this.#keeper.keep(live && session && keptCallOf(live, session.keepable(), this.#deps.clock))
  }
}
