// Owns how much each of the four media may send, and what its encoder should care for. A start; adapting comes later.
import type { MediaRole } from './call-path'

/** The screen that somebody is reading comes before faces. Sound gets what it needs anyway. Bits per second. */
export const ENCODINGS: Readonly<Record<MediaRole, RTCRtpEncodingParameters>> = {
  microphone: {},
  camera: { maxBitrate: 2_000_000, priority: 'low' }, // 720p at 30 frames
  screen: { maxBitrate: 4_000_000, priority: 'medium' }, // sharp text at full size
  'screen-audio': {},
}

const CONTENT_HINTS: Readonly<Record<MediaRole, string>> = {
  microphone: '',
  camera: 'motion', // rather fewer pixels than fewer frames
  screen: 'detail', // rather fewer frames than fewer pixels
  'screen-audio': '',
}

/** A hint that somebody chose for this very track stays. */
export function hintContent(role: MediaRole, track: MediaStreamTrack): void {
  if (track.contentHint === '') track.contentHint = CONTENT_HINTS[role]
}

/** The callee's senders are made by the caller's offer, which carries no encodings. */
export async function limitSender(role: MediaRole, sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters()
  const encoding = parameters.encodings[0]
  const wanted = ENCODINGS[role]
  if (!encoding || encoding.maxBitrate === wanted.maxBitrate) return
  Object.assign(encoding, wanted)
  await sender.setParameters(parameters)
}
