// Owns measuring how loud samples are to the ear: ITU-R BS.1770 for one channel, K-weighted and gated, in LUFS.
// https://www.itu.int/rec/R-REC-BS.1770; its filters as formulas, for any rate: https://github.com/jiixyj/libebur128

interface Filter {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

/** The head: more of what is high. */
function shelf(rate: number): Filter {
  const k = Math.tan((Math.PI * 1681.974450955533) / rate)
  const [q, high] = [0.7071752369554196, 10 ** (3.999843853973347 / 20)]
  const middle = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b: [
      (high + (middle * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (middle * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  }
}

/** The ear: less of what is low. */
function highPass(rate: number): Filter {
  const k = Math.tan((Math.PI * 38.13547087602444) / rate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] }
}

function filtered(samples: Float32Array, { b, a }: Filter): Float32Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  return samples.map((x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2
    ;[x1, x2, y1, y2] = [x, x1, y, y1]
    return y
  })
}

const power = (samples: Float32Array): number =>
  samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
const lufs = (meanPower: number): number => -0.691 + 10 * Math.log10(meanPower)
const mean = (powers: readonly number[]): number => powers.reduce((sum, one) => sum + one, 0) / powers.length

export function loudnessOf(samples: Float32Array, rate: number): number {
  const weighted = filtered(filtered(samples, shelf(rate)), highPass(rate))
  const [block, step] = [Math.round(0.4 * rate), Math.round(0.1 * rate)]
  const powers: number[] = []
  for (let at = 0; at + block <= weighted.length; at += step) {
    powers.push(power(weighted.subarray(at, at + block)))
  }
  const heard = powers.filter((one) => lufs(one) > -70)
  const gate = lufs(mean(heard)) - 10
  return lufs(mean(heard.filter((one) => lufs(one) > gate)))
}
