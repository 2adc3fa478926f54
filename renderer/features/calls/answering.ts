// Owns the callee's side of making a connection: `ringing` or `accept` first, which prove our certificate, then the answer to
// the caller's offer. What can be done ahead is done while it rings, so that accepting costs next to nothing.
import type { CallMessageContent, CallMessageOf } from '../../../shared/protocol/call-messages'
import type { IceServer } from '../../../shared/protocol/server-messages'
import type { Prepared } from '../../rtc/courier-line'
import type { Sent } from '../../rtc/courier-post'
import { hasRelay } from '../../rtc/peer-ice-servers'
import type { ParkedOffer } from '../../rtc/signalling'
import type { OwnCertificate } from './certificates'
import { freshIceServers, ICE_SERVERS_MS } from './fresh-ice-servers'
import type { SessionContext } from './session-context'
import { withPicture } from './session-picture'

interface Ready {
  readonly own: OwnCertificate
  readonly iceServers: readonly IceServer[]
}

/** Both answers, signed while it rings: the host that keeps the key may be busy just when the user presses. */
interface Signed {
  readonly sound: Prepared
  readonly picture: Prepared
}

export class Answering {
  #offer: ParkedOffer | null = null
  #ready: Ready | null = null
  #preparing: Promise<void> | null = null
  #signed: Signed | null = null
  /** Our certificate's proof has left, so the answer may. */
  #proven = false
  #answered = false
  readonly #call: SessionContext
  readonly #invite: CallMessageOf<'invite'>

  constructor(call: SessionContext, invite: CallMessageOf<'invite'>) {
    this.#call = call
    this.#invite = invite
  }

  /** `connect`: say with which certificate, and answer the offer without media. */
  ring(connect: boolean): void {
    const { line } = this.#call
    // Without the certificate there is nothing to wait for: the caller should hear at once that it rings.
    if (!connect) line.send({ t: 'ringing' })
    this.#whenReady((now) => {
      const { fingerprint } = now.own
      // Who calls is told that it rings, and no more: whether it may be a direct call is said to whom the user accepts.
      if (connect && this.#lacksRelay(now)) line.send({ t: 'ringing' })
      else if (connect) this.#proveBy(line.send({ t: 'ringing', fingerprint }))
      this.#signed ??= this.#signAhead(fingerprint)
    })
  }

  accept(video: boolean): void {
    this.#whenReady((now) => {
      if (this.#lacksRelay(now)) return this.#call.emit({ type: 'noRouteFound', reason: 'no-relay-here' })
      const { fingerprint } = now.own
      const prepared = video ? this.#signed?.picture : this.#signed?.sound
      this.#proveBy(this.#call.line.send(prepared ?? this.#acceptance(video, fingerprint)))
    })
  }

  /** Known to end as soon as it is accepted. */
  isInVain(): boolean {
    return this.#ready !== null && this.#lacksRelay(this.#ready)
  }

  /** The caller's offer, before or after anybody answered its invite. */
  takeOffer(offer: ParkedOffer): void {
    if (this.#offer || this.#call.scope.ended || !offer.claim()) return offer.close()
    this.#offer = offer
    this.#tryAnswer()
  }

  end(): void {
    this.#offer?.close()
  }

  #relayOnly(): boolean {
    return this.#call.deps.relayOnly(this.#call.facts.person)
  }

  #lacksRelay({ iceServers }: Ready): boolean {
    return this.#relayOnly() && !hasRelay(iceServers)
  }

  #acceptance(video: boolean, fingerprint: string): CallMessageContent {
    return { t: 'accept', video, fingerprint, ...withPicture(this.#call.deps.ownPicture()) }
  }

  /** The likelier one first: they are signed one after the other. */
  #signAhead(fingerprint: string): Signed {
    const sign = (video: boolean) => this.#call.line.prepare(this.#acceptance(video, fingerprint))
    const { video } = this.#call.facts
    const [likely, other] = [sign(video), sign(!video)]
    return video ? { picture: likely, sound: other } : { picture: other, sound: likely }
  }

  /** At once where everything is there, so that an accept leaves in the same turn as the user's press. */
  #whenReady(run: (now: Ready) => void): void {
    const go = () => {
      if (this.#ready && !this.#call.scope.ended) run(this.#ready)
    }
    if (this.#ready) return go()
    this.#preparing ??= this.#prepare()
    void this.#preparing.then(go)
  }

  async #prepare(): Promise<void> {
    const { line, certificates, onIceServers, deps } = this.#call
    const origin = line.socket()
    if (!origin) return
    const [own, fetched] = await Promise.all([
      certificates.take(),
      freshIceServers(origin.signalling, deps.clock, ICE_SERVERS_MS),
    ])
    if (!own) return // said in the log; the caller's deadline ends the call
    const iceServers = fetched ?? []
    this.#ready = { own, iceServers }
    onIceServers(iceServers.length, origin.signalling)
  }

  #proveBy(sent: Sent): void {
    void sent.handedOver.then((left) => {
      this.#proven ||= left
      this.#tryAnswer()
    })
  }

  #tryAnswer(): void {
    const { scope, onPath, deps } = this.#call
    if (!this.#offer || !this.#ready || !this.#proven || this.#answered || scope.ended) return
    this.#answered = true
    const { own, iceServers } = this.#ready
    const { certificate } = own
    const path = this.#offer.answer({
      certificate,
      iceServers,
      relayOnly: this.#relayOnly(),
      remoteFingerprint: this.#invite.fingerprint,
    })
    if (path) onPath(path)
    else deps.log.info('offer was gone before its answer', { callId: this.#call.facts.callId })
  }
}
