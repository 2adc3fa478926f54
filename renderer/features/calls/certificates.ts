// Owns the certificates of this side's connections: one is always made ahead, since making one takes a few milliseconds that
// a call's set-up would wait for. Each is used for one connection only.
import type { Log } from '../../platform/log'
import { fingerprintOf } from '../../rtc/fingerprint-gate'

export interface OwnCertificate {
  readonly certificate: RTCCertificate
  /** As an `a=fingerprint` line writes it: upper-case hex pairs. */
  readonly fingerprint: string
}

export interface Certificates {
  /** Null where this host can't make one; no call is possible then. */
  take(): Promise<OwnCertificate | null>
}

export function createCertificates(create: () => Promise<RTCCertificate>, log: Log): Certificates {
  async function make(): Promise<OwnCertificate | null> {
    try {
      const certificate = await create()
      const fingerprint = fingerprintOf(certificate)
      if (fingerprint !== null) return { certificate, fingerprint }
      // WebRTC requires one of every implementation (RFC 8122 section 5).
      log.error('no certificate', { why: 'without sha-256' })
      return null
    } catch (error) {
      log.error('no certificate', { why: error instanceof Error ? error.name : 'unknown' })
      return null
    }
  }
  let spare = make()
  return {
    async take() {
      const taken = spare
      spare = make()
      // A spare that failed is no reason not to try again.
      return (await taken) ?? make()
    },
  }
}
