// Owns the callee's side of making a connection: `ringing` or `accept` first, which prove our certificate, then the answer to
// the caller's offer. What can be done ahead is done while it rings, so that accepting costs next to nothing.
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { IceServer } from '../../../shared/protocol/server-messages'
import type { Prepared } from '../../rtc/courier-line'
import type { ParkedOffer } from '../../rtc/signalling'
import type { Sent } from '../../rtc/courier-post'
import type { OwnCertificate } from './certificates'
import type { SessionContext } from './session-context'

export interface Answering {
  ring(connect: boolean): void
  accept(video: boolean): void
  /** The caller's offer, before or after its invite asked for anything. */
  takeOffer(offer: ParkedOffer): void
  end(): void
}

interface Ready {
  readonly own: OwnCertificate
  readonly iceServers: readonly IceServer[]
}

export function createAnswering(call: SessionContext, invite: CallMessageOf<'invite'>): Answering {
  const { line, scope } = call
  let offer: ParkedOffer | null = null
  let ready: Ready | null = null
  let preparing: Promise<void> | null = null
  let signed: { readonly sound: Prepared; readonly picture: Prepared } | null = null
  let proven = false
  let answered = false

  async function makeReady(): Promise<void> {
    const origin = line.socket()
    if (!origin) return
    const [own, iceServers] = await Promise.all([call.certificates.take(), origin.signalling.iceServers()])
    ready = { own, iceServers }
    call.onIceServers(iceServers.length, origin.signalling)
  }
  /** At once where everything is there, so that an accept leaves in the same turn as the user's press. */
  function whenReady(run: (now: Ready) => void): void {
    const go = () => {
      if (ready && !scope.ended) run(ready)
    }
    if (ready) return go()
    preparing ??= makeReady()
    void preparing.then(go)
  }
  function proveBy(sent: Sent): void {
    void sent.handedOver.then((left) => {
      proven ||= left
      tryAnswer()
    })
  }
  function tryAnswer(): void {
    if (!offer || !ready || !proven || answered || scope.ended) return
    answered = true
    const { own, iceServers } = ready
    const path = offer.answer({
      certificate: own.certificate,
      iceServers,
      remoteFingerprint: invite.fingerprint,
    })
    if (path) call.onPath(path)
    else call.deps.log.info('offer gone before it was answered')
  }
  const acceptOf = (video: boolean, fingerprint: string) => ({ t: 'accept', video, fingerprint }) as const

  return {
    ring(connect) {
      // Without the certificate there is nothing to wait for: the caller should hear at once that it rings.
      if (!connect) line.send({ t: 'ringing' })
      whenReady(({ own: { fingerprint } }) => {
        if (connect) proveBy(line.send({ t: 'ringing', fingerprint }))
        signed = {
          sound: line.prepare(acceptOf(false, fingerprint)),
          picture: line.prepare(acceptOf(true, fingerprint)),
        }
      })
    },
    accept(video) {
      whenReady(({ own: { fingerprint } }) => {
        const prepared = video ? signed?.picture : signed?.sound
        proveBy(line.send(prepared ?? acceptOf(video, fingerprint)))
      })
    },
    takeOffer(next) {
      if (offer || scope.ended || !next.claim()) return next.close()
      offer = next
      tryAnswer()
    },
    end: () => offer?.close(),
  }
}
