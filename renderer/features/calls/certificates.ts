// Owns the certificates of this side's connections: one is always made ahead, since making one takes a few milliseconds that
// a call's set-up would wait for. Each is used for one connection only.
import type { Log } from '../../platform/log'

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
      return { certificate, fingerprint: sha256Of(certificate) }
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

/** Every certificate has this one: WebRTC requires sha-256 of every implementation (RFC 8122 section 5). */
function sha256Of(certificate: RTCCertificate): string {
  const found = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')
  return (found?.value ?? '').toUpperCase()
}
