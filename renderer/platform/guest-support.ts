// Owns whether this browser can be a guest, by looking for what we use, and which lack to tell of. Pure.

export const GUEST_LACKS = ['not-secure', 'no-webrtc', 'no-crypto', 'not-chromium'] as const
export type GuestLack = (typeof GUEST_LACKS)[number]

/** The global object, as far as it is looked at. */
export interface GuestGlobals {
  readonly isSecureContext: boolean
  readonly [name: string]: unknown
}

/** Null: it can. Otherwise the first lack in the order in which mending it would help. */
export function guestLack(globals: GuestGlobals): GuestLack | null {
  // On plain http there is neither camera nor WebCrypto, whatever the browser.
  if (!globals.isSecureContext) return 'not-secure'
  if (!hasWebRtc(globals)) return 'no-webrtc'
  if (member(member(globals, 'crypto'), 'subtle') === undefined) return 'no-crypto'
  return hasChromiumFamily(globals) ? null : 'not-chromium'
}

function hasWebRtc(globals: GuestGlobals): boolean {
  const connection = member(member(globals, 'RTCPeerConnection'), 'prototype')
  const sender = member(member(globals, 'RTCRtpSender'), 'prototype')
  return (
    member(member(globals, 'RTCPeerConnection'), 'generateCertificate') !== undefined &&
    hasName(connection, 'addTransceiver') &&
    hasName(connection, 'restartIce') &&
    hasName(sender, 'replaceTrack') &&
    member(member(member(globals, 'navigator'), 'mediaDevices'), 'getUserMedia') !== undefined
  )
}

/**
 * Other browsers have the parts but are not tested. What marks the family: choosing a speaker for an element, and
 * processors for tracks, which on a page (not in a worker) nobody else offers.
 */
function hasChromiumFamily(globals: GuestGlobals): boolean {
  const element = member(member(globals, 'HTMLMediaElement'), 'prototype')
  return hasName(element, 'setSinkId') && globals['MediaStreamTrackProcessor'] !== undefined
}

/** Getters on a prototype throw when read there, so only the name is looked for. */
function hasName(holder: unknown, name: string): boolean {
  return isObject(holder) && name in holder
}

function member(holder: unknown, name: string): unknown {
  return isObject(holder) ? holder[name] : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
