// Owns how alike two grey pictures are: SSIM (Wang et al., 2004) over windows of 8 × 8, half overlapping, and its mean.

export interface GreyPicture {
  readonly width: number
  readonly height: number
  /** Row after row, 0 to 255. */
  readonly grey: Uint8Array
}

const SIDE = 8
const STEP = 4
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/** 1 for the same picture. Both must have one size. */
export function likeness(one: GreyPicture, other: GreyPicture): number {
  if (one.width !== other.width || one.height !== other.height) throw new Error('two sizes')
  let sum = 0
  let count = 0
  for (let top = 0; top + SIDE <= one.height; top += STEP) {
    for (let left = 0; left + SIDE <= one.width; left += STEP) {
      sum += windowLikeness(one.grey, other.grey, top * one.width + left, one.width)
      count += 1
    }
  }
  return sum / count
}

function windowLikeness(one: Uint8Array, other: Uint8Array, start: number, stride: number): number {
  let [sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0]
  for (let row = 0; row < SIDE; row += 1) {
    for (let at = start + row * stride; at < start + row * stride + SIDE; at += 1) {
      const x = one[at] ?? 0
      const y = other[at] ?? 0
      sumX += x
      sumY += y
      sumXX += x * x
      sumYY += y * y
      sumXY += x * y
    }
  }
  const n = SIDE * SIDE
  const [meanX, meanY] = [sumX / n, sumY / n]
  const varianceX = sumXX / n - meanX * meanX
  const varianceY = sumYY / n - meanY * meanY
  const covariance = sumXY / n - meanX * meanY
  const brightness = (2 * meanX * meanY + C1) / (meanX * meanX + meanY * meanY + C1)
  return (brightness * (2 * covariance + C2)) / (varianceX + varianceY + C2)
}

/** Portable grey map, binary, as Pillow and Tesseract write and read it. */
export function pgmOf({ width, height, grey }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey])
}

export function pictureOfPgm(file: Buffer): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('not a grey map')
  const grey = new Uint8Array(file.subarray(head[0].length))
  return { width: Number(head[1]), height: Number(head[2]), grey }
}
