// Owns the rule that ties a connection to an identity: whose certificate a remote description may name.
// Leaves waiting and order to peer-gate.ts. Pure.

/**
 * `no-fingerprint`, `other-fingerprint` (any line that isn't sha-256 with exactly the signed value), `unreadable` (what a
 * lenient parser might read differently from us), `not-a-description` (rollback, pranswer).
 */
export type GateProblem = 'no-fingerprint' | 'other-fingerprint' | 'unreadable' | 'not-a-description'

// libwebrtc splits at LF, ignores one CR before it, and takes what else stands on a line. So that no other reading of the
// text exists: printable ASCII, and CR only as part of CRLF. Browsers write nothing else.
const UNPLAIN_TEXT = /[^\x20-\x7e\r\n]|\r(?!\n)/
// Only the hash's name may be written in any case; libwebrtc downcases it too.
const FINGERPRINT_LINE = /^a=fingerprint:([A-Za-z0-9-]+) (\S+)$/

/** Null where `sdp` may pass: at least one fingerprint, and each, at session and media level, is sha-256 and `fingerprint`. */
export function checkDescription(sdp: string, fingerprint: string): GateProblem | null {
  if (UNPLAIN_TEXT.test(sdp)) return 'unreadable'
  let found = 0
  for (const line of sdp.split(/\r?\n/)) {
    // Wider than the attribute on purpose: "a=fingerprint sha-256 …" with a blank is read as one by libwebrtc as well.
    if (!/fingerprint/i.test(line)) continue
    const [, hash, value] = FINGERPRINT_LINE.exec(line) ?? []
    if (hash?.toLowerCase() !== 'sha-256' || value !== fingerprint) return 'other-fingerprint'
    found += 1
  }
  return found > 0 ? null : 'no-fingerprint'
}

/** The sha-256 fingerprint of a certificate as SDP and our messages write it, in capitals. Null if there is none. */
export function fingerprintOf(certificate: RTCCertificate): string | null {
  for (const { algorithm, value } of certificate.getFingerprints()) {
    if (algorithm?.toLowerCase() === 'sha-256' && value !== undefined) return value.toUpperCase()
  }
  return null
}
