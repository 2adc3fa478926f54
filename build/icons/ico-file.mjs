// Owns the layout of a Windows icon file. Bitmaps instead of PNGs inside, since every version of Windows reads small ones so;
// a large one is a PNG, as Windows asks for it. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)

const DIRECTORY_BYTES = 6
const ENTRY_BYTES = 16
const HEADER_BYTES = 40
/** What doesn't fit into a byte is written as 0, and stands for 256. */
const LARGE = 256

/** @typedef {{size: number, rgba: Uint8Array}} Pixels rows from above, colours not multiplied by alpha */
/** @typedef {{size: number, png: Buffer}} Png */

/** One picture in several sizes. @param {readonly (Pixels | Png)[]} images */
export function icoFile(images) {
  const parts = images.map((image) => ('png' in image ? image.png : bitmap(image)))
  const directory = Buffer.alloc(DIRECTORY_BYTES + ENTRY_BYTES * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let at = directory.length
  for (const [index, { size }] of images.entries()) {
    const bytes = parts[index]?.length ?? 0
    const entry = DIRECTORY_BYTES + ENTRY_BYTES * index
    directory.writeUInt8(size % LARGE, entry)
    directory.writeUInt8(size % LARGE, entry + 1)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(bytes, entry + 8)
    directory.writeUInt32LE(at, entry + 12)
    at += bytes
  }
  return Buffer.concat([directory, ...parts])
}

/** @param {Pixels} pixels */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32LE(HEADER_BYTES, 0)
  header.writeInt32LE(size, 4)
  // The mask under the picture counts as height.
  header.writeInt32LE(2 * size, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(4 * size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = 4 * (row * size + column)
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4)
      pixels.set([blue, green, red, alpha], 4 * ((size - 1 - row) * size + column))
    }
  }
  // Unused where there is alpha, but part of the layout: a bit for each pixel, rows of whole 32 bits.
  const mask = Buffer.alloc(4 * Math.ceil(size / 32) * size)
  return Buffer.concat([header, pixels, mask])
}
