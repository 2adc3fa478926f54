// Owns how much each of the four media may send, and what its encoder should care for.
import type { MediaRole } from './call-path'
import type { SenderLimits } from './sender-limits'

/** The screen that somebody is reading comes before faces. Sound gets what it needs anyway. */
export const NORMAL_LIMITS: Readonly<Record<MediaRole, SenderLimits>> = {
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

/** The callee's senders are made by the caller's offer, which carries no encodings, so everything is set here. */
export async function limitSender(sender: RTCRtpSender, limits: SenderLimits): Promise<void> {
  const parameters = sender.getParameters()
  const encoding = parameters.encodings[0]
  if (!encoding) return
  const before = JSON.stringify(parameters)
  const { maxBitrate, maxFramerate, scaleDownBy, priority, degradation } = limits
  set(encoding, 'maxBitrate', maxBitrate)
  set(encoding, 'maxFramerate', maxFramerate)
  set(encoding, 'scaleResolutionDownBy', sender.track?.kind === 'audio' ? undefined : scaleDownBy)
  if (priority !== undefined) encoding.priority = priority
  set(parameters, 'degradationPreference', degradation)
  if (JSON.stringify(parameters) !== before) await sender.setParameters(parameters)
}

/** A field that isn't wanted is left out, which is its default. */
function set<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) Reflect.deleteProperty(target, key)
  else target[key] = value
}
