// Owns the page side of the tests of signalling and call paths: a client that has no call layer, only what the tests need of
// one, driven by page.evaluate through `window.rtc`.
import { fingerprintOf } from '../../../renderer/rtc/fingerprint-gate'
import type { CallPath, MediaRole, PathEvent } from '../../../renderer/rtc/call-path'
import { createPeerSignalling } from '../../../renderer/rtc/peer-signalling'
import type { ParkedOffer, SendOutcome, Signalling } from '../../../renderer/rtc/signalling'
import type { Signer } from '../../../renderer/rtc/signer'
import { systemClock, systemIds } from '../../../renderer/platform/clock'
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { visitPeerId } from '../../../shared/protocol/identity'
import { createPageSigner } from './page-signer'

type Description = { readonly type: 'offer' | 'answer'; readonly sdp: string }

/** What the tests' clients say to each other; the real messages are the call layer's. */
type TestMessage =
  | { readonly t: 'invite' | 'accept'; readonly fingerprint: string }
  | { readonly t: 'description'; readonly description: Description }
  | { readonly t: 'candidate'; readonly candidate: RTCIceCandidateInit }

export interface StartOptions {
  readonly server: string
  readonly visit?: boolean
  readonly stunServers?: readonly string[]
  readonly stockToken?: string
  readonly relayOnly?: boolean
  /** Start again with the identity of before. */
  readonly sameIdentity?: boolean
}

export interface CallOptions {
  /** Adopt the caller's fingerprint and answer as soon as its offer comes; otherwise `answer()` does. */
  readonly answerAtOnce?: boolean
}

const METADATA = { v: 1, callId: 'c'.repeat(32), path: 1 } as const
const CERTIFICATE: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' }

class PageClient {
  signalling: Signalling | null = null
  path: CallPath | null = null
  signer: Signer | null = null
  readonly states: string[] = []
  readonly events: PathEvent[] = []
  readonly ctlTexts: string[] = []
  readonly lines: string[] = []
  readonly envelopes: { from: string; body: string }[] = []
  readonly offers: ParkedOffer[] = []
  /** RTCPeerConnections that were made since start, to look into what the layer hides. */
  readonly connections: RTCPeerConnection[] = []
  negotiationsNeeded = 0
  answerAtOnce = true
  /** What this side tells the other its fingerprint is, if not the truth. */
  claimedFingerprint: string | null = null
  /** Runs over the next descriptions that go out as messages. */
  tamper: ((sdp: string) => string) | null = null
  /** Restart descriptions go over the socket even where ctl is open. */
  socketOnly = false
  /** Where set, messages about restarts wait here until `release`. */
  held: TestMessage[] | null = null
  /** Where false, the other side's fingerprint is only noted, as if its accept hadn't come yet. */
  takeAccept = true
  theirAccept: string | null = null
  /** Earlier clients of this page, still running. */
  readonly others: Signalling[] = []
  /** The layer's own channel of the last connection. */
  ctl: RTCDataChannel | null = null
  private peerId = ''
  private route = { relayOnly: false }
  private certificate: RTCCertificate | null = null
  private theirFingerprint: string | null = null

  async start(options: StartOptions): Promise<string> {
    const server = normaliseBaseUrl(options.server)
    if (!server.ok) throw new Error('not a server')
    if (!options.sameIdentity || !this.signer) this.signer = await createPageSigner()
    this.route = { relayOnly: options.relayOnly ?? false }
    const { signer } = this
    const signalling = createPeerSignalling({
      server: server.value,
      peerId: options.visit === true ? visitPeerId(signer.id, systemIds.hex(8)) : signer.id,
      signer,
      proveJoin: () => Promise.resolve({ ok: true, value: null }),
      clock: systemClock,
      ids: systemIds,
      log: {
        info: (what, facts) => this.log(what, facts),
        error: (what, facts) => this.log(`ERROR ${what}`, facts),
      },
      fetch: (url, init) => fetch(url, init),
      stunServers: () => options.stunServers ?? [],
      stockToken: options.stockToken ?? systemIds.hex(32),
    })
    if (this.signalling) this.others.push(this.signalling)
    this.signalling = signalling
    signalling.onState((state) =>
      this.states.push('code' in state ? `${state.status} ${state.code}` : state.status),
    )
    signalling.onEnvelope((from, envelope) => this.received(from, envelope.body))
    signalling.onOffer((offer) => {
      this.offers.push(offer)
      if (this.answerAtOnce && this.theirFingerprint !== null) void this.answer()
    })
    return signalling.peerId
  }

  async call(to: string): Promise<boolean> {
    const { signalling } = this
    if (!signalling) throw new Error('not started')
    this.peerId = to
    const certificate = await RTCPeerConnection.generateCertificate(CERTIFICATE)
    await this.tell({ t: 'invite', fingerprint: this.claimedFingerprint ?? fingerprintOf(certificate) ?? '' })
    const iceServers = await signalling.iceServers()
    const path = signalling.offer(to, METADATA, { ...this.route, certificate, iceServers })
    if (path) this.adopt(path)
    return path !== null
  }

  /** Claims and answers the first offer that waits; the acceptance with our fingerprint goes before. */
  async answer(): Promise<boolean> {
    return (await this.accept()) && this.connect()
  }

  /** Claims the first offer and says so, without answering it yet. */
  async accept(): Promise<boolean> {
    const offer = this.offers[0]
    if (!offer?.claim()) return false
    this.peerId = offer.from
    this.certificate = await RTCPeerConnection.generateCertificate(CERTIFICATE)
    await this.tell({
      t: 'accept',
      fingerprint: this.claimedFingerprint ?? fingerprintOf(this.certificate) ?? '',
    })
    return true
  }

  async connect(): Promise<boolean> {
    const { certificate, signalling } = this
    if (!certificate || !signalling) return false
    const iceServers = await signalling.iceServers()
    const proven = { certificate, remoteFingerprint: this.theirFingerprint ?? '' }
    const path = this.offers[0]?.answer({ ...this.route, ...proven, iceServers })
    if (path) this.adopt(path)
    return Boolean(path)
  }

  async media(role: MediaRole): Promise<void> {
    const kind = role === 'camera' || role === 'screen' ? 'video' : 'audio'
    const stream = await navigator.mediaDevices.getUserMedia({ [kind]: true })
    await this.path?.setTrack(role, stream.getTracks()[0] ?? null)
  }

  send(to: string, body: string): Promise<SendOutcome> {
    return this.seal(body).then((envelope) => this.signalling?.send(to, envelope) ?? 'unconfirmed')
  }

  private async seal(body: string) {
    const sealed = await this.signer?.seal('call', body)
    if (!sealed?.ok) throw new Error('not sealed')
    return sealed.value
  }

  /** Doesn't wait for the outcome: what follows must not overtake it, and the socket keeps the order. */
  private async tell(message: TestMessage): Promise<void> {
    const envelope = await this.seal(JSON.stringify(message))
    void this.signalling?.send(this.peerId, envelope)
  }

  private adopt(path: CallPath): void {
    this.path = path
    path.onEvent((event) => this.happened(path, event))
    const last = this.connections[this.connections.length - 1]
    last?.addEventListener('negotiationneeded', () => (this.negotiationsNeeded += 1))
    void this.play(path)
  }

  /** As the app does: an element for each remote track, so that what arrives is decoded. */
  private async play(path: CallPath): Promise<void> {
    while (!path.remoteTrack('microphone')) await new Promise((resolve) => setTimeout(resolve, 20))
    for (const role of ['microphone', 'camera'] as const) {
      const track = path.remoteTrack(role)
      const element = document.createElement(role === 'camera' ? 'video' : 'audio')
      element.autoplay = true
      element.muted = true
      element.srcObject = new MediaStream(track ? [track] : [])
      document.body.append(element)
    }
  }

  private happened(path: CallPath, event: PathEvent): void {
    this.events.push(event)
    if (event.type === 'localDescription') {
      const { description } = event
      const sdp = this.tamper ? this.tamper(description.sdp) : description.sdp
      this.pass(path, { t: 'description', description: { ...description, sdp } })
    }
    if (event.type === 'localCandidate') {
      this.pass(path, { t: 'candidate', candidate: event.candidate as RTCIceCandidateInit })
    }
    if (event.type === 'ctlMessage') this.ctlReceived(event.text)
  }

  release(): void {
    const held = this.held ?? []
    this.held = null
    for (const message of held) if (this.path) this.pass(this.path, message)
  }

  private pass(path: CallPath, message: TestMessage): void {
    if (this.held) return void this.held.push(message)
    if (!this.socketOnly && path.sendCtl(JSON.stringify(message))) return
    void this.tell(message)
  }

  private ctlReceived(text: string): void {
    this.ctlTexts.push(text)
    if (text.startsWith('{')) this.handle(JSON.parse(text) as TestMessage)
  }

  private received(from: string, body: string): void {
    this.envelopes.push({ from, body })
    if (body.startsWith('{')) this.handle(JSON.parse(body) as TestMessage)
  }

  private handle(message: TestMessage): void {
    switch (message.t) {
      case 'invite':
        this.theirFingerprint = message.fingerprint
        break
      case 'accept':
        this.theirAccept = message.fingerprint
        if (this.takeAccept) this.path?.expectFingerprint(message.fingerprint)
        break
      case 'description':
        this.path?.applyDescription(message.description)
        break
      case 'candidate':
        this.path?.applyCandidate(message.candidate as Parameters<CallPath['applyCandidate']>[0])
        break
    }
  }

  private log(what: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push(`${what} ${JSON.stringify(facts)}`)
  }

  /** Totals of RTP in both directions, and of what was decoded. */
  async rtp(): Promise<{
    sent: number
    received: number
    frames: number
    audioSent: number
    audioReceived: number
  }> {
    const total = { sent: 0, received: 0, frames: 0, audioSent: 0, audioReceived: 0 }
    for (const pc of this.connections.slice(-1)) {
      const reports = await pc.getStats()
      reports.forEach((report: Record<string, unknown>) => add(total, report))
    }
    return total
  }
}

type Totals = Awaited<ReturnType<PageClient['rtp']>>

function add(total: Totals, report: Record<string, unknown>): void {
  const number = (name: string) => Number(report[name] ?? 0)
  if (report['type'] === 'outbound-rtp') {
    total.sent += number('packetsSent')
    if (report['kind'] === 'audio') total.audioSent += number('packetsSent')
  }
  if (report['type'] === 'inbound-rtp') {
    total.received += number('packetsReceived')
    if (report['kind'] === 'audio') total.audioReceived += number('packetsReceived')
    else total.frames += number('framesDecoded')
  }
}

declare global {
  interface Window {
    rtc: PageClient
  }
}

const Native = window.RTCPeerConnection
const client = new PageClient()
/** Sees each connection that is really made; the layer's own class extends this one. */
window.RTCPeerConnection = class extends Native {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    client.connections.push(this)
  }

  override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
    const channel = super.createDataChannel(label, options)
    if (label === 'ctl') client.ctl = channel
    return channel
  }
}
window.rtc = client
