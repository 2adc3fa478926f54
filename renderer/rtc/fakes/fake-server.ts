// Owns a signalling server in tests: who is there, acknowledgements, order, delay, loss, outages, tampering on the way.
// A client's side of it is fake-signalling.ts.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { OfferMetadata } from '../../../shared/protocol/call-messages'
import type { Envelope, IceServer } from '../../../shared/protocol/server-messages'
import type { Clock } from '../../platform/clock'
import type { CallPath } from '../call-path'
import type { ParkedOffer, PathOptions, SendOutcome, Signalling } from '../signalling'
import { createFakeLink, type FakeLink } from './fake-link'
import { createFakeSignalling, type FakeClient } from './fake-signalling'

export type Frame =
  | { readonly kind: 'envelope'; readonly envelope: Envelope }
  /** Of the first negotiation; only the fingerprint matters here. */
  | { readonly kind: 'offer' | 'answer'; readonly fingerprint: string }

/** What happens to a frame on the server: passed on, maybe altered; or lost. */
export type Tamper = (frame: Frame, from: string, to: string) => Frame | null

export interface FakeServer {
  readonly url: BaseUrl
  /** A client that is let in after one round trip. */
  connect(peerId: string): Signalling
  /** Down: sockets close. Up: they come back by themselves. */
  setUp(up: boolean): void
  tamper(tamper: Tamper | null): void
  /** Plays any client sending anything to anybody. */
  inject(from: string, to: string, envelope: Envelope): void
  /** Every connection made over this server, oldest first. */
  readonly links: readonly FakeLink[]
  /** Every envelope that passed, oldest first, for replays. */
  readonly passed: readonly { readonly from: string; readonly to: string; readonly envelope: Envelope }[]
  iceServers: readonly IceServer[]
}

export interface FakeServerOptions {
  readonly clock: Clock
  readonly url: BaseUrl
  readonly kind?: 'own' | 'stock'
  readonly latencyMs?: number
}

/** What a client asks of its server. */
export interface ServerSide {
  readonly url: BaseUrl
  readonly kind: 'own' | 'stock'
  readonly clock: Clock
  readonly latencyMs: number
  isUp(): boolean
  iceServers(): readonly IceServer[]
  send(from: FakeClient, to: string, envelope: Envelope): Promise<SendOutcome>
  offer(from: FakeClient, to: string, metadata: OfferMetadata, options: PathOptions): CallPath
  leave(client: FakeClient): void
}

const STOCK_EXPIRE_MS = 5_100
const STOCK_SILENCE_MS = 7_000
const ACK_TIMEOUT_MS = 2_000
/** An offer whose invite isn't verified by then is closed. */
const PARKED_MS = 5_000

export function createFakeServer(options: FakeServerOptions): FakeServer {
  const { clock, url, kind = 'own', latencyMs = 10 } = options
  const clients = new Map<string, FakeClient>()
  const links: FakeLink[] = []
  const passed: { from: string; to: string; envelope: Envelope }[] = []
  let tamper: Tamper | null = null
  let up = true

  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  const present = (peerId: string): FakeClient | null => {
    const client = clients.get(peerId)
    return up && client?.isOpen() ? client : null
  }
  /** Every frame takes equally long, so order is kept. */
  function relay(frame: Frame, from: string, to: string, arrive: (client: FakeClient, frame: Frame) => void) {
    const passing = tamper ? tamper(frame, from, to) : frame
    if (!passing) return
    if (passing.kind === 'envelope') passed.push({ from, to, envelope: passing.envelope })
    clock.after(latencyMs, () => {
      const client = present(to)
      if (client) arrive(client, passing)
    })
  }
  function inject(from: string, to: string, envelope: Envelope): void {
    relay({ kind: 'envelope', envelope }, from, to, (client, frame) => {
      if (frame.kind === 'envelope') client.receive(from, frame.envelope)
    })
  }

  const side: ServerSide = {
    url,
    kind,
    clock,
    latencyMs,
    isUp: () => up,
    iceServers: () => server.iceServers,
    async send(from, to, envelope) {
      if (!up || !from.isOpen()) return 'unconfirmed'
      const there = present(to) !== null
      if (there) inject(from.peerId, to, envelope)
      if (kind === 'stock') {
        await wait(there ? STOCK_SILENCE_MS : STOCK_EXPIRE_MS)
        return there ? 'unconfirmed' : 'offline'
      }
      await wait(2 * latencyMs)
      if (up && from.isOpen()) return there ? 'delivered' : 'offline'
      await wait(ACK_TIMEOUT_MS)
      return 'unconfirmed'
    },
    offer(from, to, metadata, path) {
      let calleeFingerprint = ''
      const link = createFakeLink({
        clock,
        latencyMs,
        callerFingerprint: sha256Of(path.certificate),
        calleeFingerprint: () => calleeFingerprint,
      })
      links.push(link)
      const answered = (fingerprint: string, remoteFingerprint: string, received: string): CallPath => {
        calleeFingerprint = fingerprint
        link.callee.expectFingerprint(remoteFingerprint)
        link.callee.receiveFirst(received)
        if (link.callee.closed()) return link.callee
        relay({ kind: 'answer', fingerprint }, to, from.peerId, (_, frame) => {
          if (frame.kind === 'answer') link.caller.receiveFirst(frame.fingerprint)
        })
        return link.callee
      }
      relay({ kind: 'offer', fingerprint: sha256Of(path.certificate) }, from.peerId, to, (client, frame) => {
        if (frame.kind !== 'offer') return
        client.park(
          park(clock, from.peerId, metadata, (certificate, remote) =>
            answered(sha256Of(certificate), remote, frame.fingerprint),
          ),
        )
      })
      return link.caller
    },
    leave: (client) => {
      if (clients.get(client.peerId) === client) clients.delete(client.peerId)
    },
  }

  const server: FakeServer = {
    url,
    links,
    passed,
    iceServers: [],
    connect(peerId) {
      const { client, signalling } = createFakeSignalling(side, peerId)
      // One id, one socket: the newest wins.
      clients.get(peerId)?.supersede()
      clients.set(peerId, client)
      return signalling
    },
    setUp(next) {
      up = next
      for (const client of clients.values()) client.serverChanged()
    },
    tamper(next) {
      tamper = next
    },
    inject,
  }
  return server
}

type Answer = (certificate: RTCCertificate, remoteFingerprint: string) => CallPath

function park(clock: Clock, from: string, metadata: OfferMetadata, answer: Answer): ParkedOffer {
  let gone = false
  const stop = clock.after(PARKED_MS, () => {
    gone = true
  })
  return {
    from,
    metadata,
    claim() {
      stop()
      return !gone
    },
    answer(options) {
      if (gone) return null
      gone = true
      return answer(options.certificate, options.remoteFingerprint)
    },
    close() {
      stop()
      gone = true
    },
  }
}

export function sha256Of(certificate: RTCCertificate): string {
  const found = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')
  return (found?.value ?? '').toUpperCase()
}
