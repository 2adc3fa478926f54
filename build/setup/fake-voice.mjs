// Owns a sound that the browser's noise suppression takes for somebody talking: syllables of a gliding, rich tone.

const RATE = 48_000
const SECONDS = 6
const SYLLABLE_S = 0.28
const GAP_S = 0.12
const HARMONICS = 8
const LOUDNESS = 0.5

/** 16-bit mono WAV, to be looped. @param {number} pitchHz @returns {Buffer} */
export function voiceWav(pitchHz) {
  const samples = new Int16Array(RATE * SECONDS)
  let phase = 0
  for (let i = 0; i < samples.length; i += 1) {
    const atS = i / RATE
    // The pitch glides, as in a sentence; a steady tone would be taken for noise.
    phase += (2 * Math.PI * pitchHz * (1 + 0.2 * Math.sin(2 * Math.PI * 0.7 * atS))) / RATE
    samples[i] = Math.round(32_767 * LOUDNESS * envelope(atS) * richTone(phase))
  }
  return Buffer.concat([wavHead(samples.byteLength), Buffer.from(samples.buffer)])
}

/** 0 in the gaps, a rounded hill in each syllable. @param {number} atS */
function envelope(atS) {
  const within = atS % (SYLLABLE_S + GAP_S)
  return within < SYLLABLE_S ? Math.sin((Math.PI * within) / SYLLABLE_S) : 0
}

/** @param {number} phase @returns {number} -1 to 1 */
function richTone(phase) {
  let sum = 0
  let most = 0
  for (let n = 1; n <= HARMONICS; n += 1) {
    sum += Math.sin(n * phase) / n
    most += 1 / n
  }
  return sum / most
}

/** @param {number} bytes of samples */
function wavHead(bytes) {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  return head
}
