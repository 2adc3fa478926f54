// Owns the layout of a macOS icon file: PNGs, each under the name of its size. https://en.wikipedia.org/wiki/Apple_Icon_Image_format

/** Names of those that may be PNGs since macOS 10.7, by pixels. Some sizes are two: of a picture, and of a smaller one on Retina. */
const NAMES = /** @type {const} */ ([
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic13'],
  [256, 'ic08'],
  [512, 'ic14'],
  [512, 'ic09'],
  [1024, 'ic10'],
])

/** @param {(size: number) => Buffer} pngOf */
export function icnsFile(pngOf) {
  const parts = NAMES.map(([size, name]) => part(name, pngOf(size)))
  return part('icns', Buffer.concat(parts))
}

/** @param {string} name @param {Buffer} content */
function part(name, content) {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
