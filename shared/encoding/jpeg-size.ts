// Owns reading how large a JPEG says it is, without decoding it: what comes from others is measured before anything draws it.
// Format: ITU-T T.81, annex B.

const START = 0xd8
const START_OF_SCAN = 0xda
/** Frame headers carry the size. Between them stand tables with the same first digit: DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** In pixels; null where these bytes aren't the beginning of a JPEG with a size. */
export function jpegSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  for (let at = 2; at + 9 < bytes.length; at += 2 + word(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    // Each segment is two bytes or more long, so this ends.
    if (bytes[at] !== 0xff || marker === START_OF_SCAN || word(at + 2) < 2) return null
    if (isFrame(marker)) {
      const size = { height: word(at + 5), width: word(at + 7) }
      return size.width > 0 && size.height > 0 ? size : null
    }
  }
  return null
}
