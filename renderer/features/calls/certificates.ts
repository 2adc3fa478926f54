// Owns the certificates of this side's connections: one is always made ahead, since making one takes a few milliseconds that
// a call's set-up would wait for. Each is used for one connection only.
import type { Log } from '../../platform/log'

export interface OwnCertificate {
  readonly certificate: RTCCertificate
  /** As an `a=fingerprint` line writes it: upper-case hex pairs. */
  readonly fingerprint: string
}

export interface Certificates {
  take(): Promise<OwnCertificate>
}

export function createCertificates(create: () => Promise<RTCCertificate>, log: Log): Certificates {
  let spare: Promise<OwnCertificate> | null = null
  const make = async (): Promise<OwnCertificate> => {
    const certificate = await create()
    return { certificate, fingerprint: sha256Of(certificate) }
  }
  function keepOne(): void {
    const made = make()
    spare = made
    // Without a spare the next call makes its own, and says so if that fails too.
    made.catch((error: unknown) => {
      log.error('certificate failed', { why: String(error) })
      if (spare === made) spare = null
    })
  }
  return {
    take() {
      const taken = spare ?? make()
      keepOne()
      return taken
    },
  }
}

/** Every certificate has this one: WebRTC requires sha-256 of every implementation (RFC 8122 section 5). */
function sha256Of(certificate: RTCCertificate): string {
  const found = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')
  return (found?.value ?? '').toUpperCase()
}
