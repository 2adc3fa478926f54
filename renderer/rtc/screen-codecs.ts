// Owns which codec a screen is sent with: AV1 where both have it, for the reasons in docs/decisions/0004-screen-encoding.md.

const FIRST = 'video/av1'

/** AV1 before the browser's own order; what only repairs or repeats other packets stays where it is. */
export function screenCodecs<C extends { readonly mimeType: string }>(known: readonly C[]): C[] {
  const isFirst = ({ mimeType }: C): boolean => mimeType.toLowerCase() === FIRST
  return [...known.filter(isFirst), ...known.filter((codec) => !isFirst(codec))]
}

/** Before the first offer or answer: both sides do it, so that both send the same. */
export function preferScreenCodecs(transceiver: RTCRtpTransceiver): void {
  const known = RTCRtpReceiver.getCapabilities('video')?.codecs ?? []
  if (known.length > 0) transceiver.setCodecPreferences(screenCodecs(known))
}
