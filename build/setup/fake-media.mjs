// Owns the switches that give a client a camera and a microphone of its own, so that tests know what should arrive.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inCache } from './paths.mjs'
import { voiceWav } from './fake-voice.mjs'

/**
 * Moving pictures and a voice. Each person has another pitch: with Chromium's own beep, the same on both sides, each echo
 * canceller takes the other's beep for an echo and makes silence of it.
 * The second of Chromium's fake cameras gives depth pictures, which can't be sent: tests change to the third.
 * No --use-fake-ui-for-media-stream: it would bypass our own permission handlers.
 * @param {{cameras?: number, fps?: number, voiceHz?: number}} [options]
 */
export function fakeMediaSwitches({ cameras = 3, fps = 30, voiceHz = 160 } = {}) {
  const voice = cacheFile(`voice-${String(voiceHz)}.wav`, voiceWav(voiceHz))
  return [
    `--use-fake-device-for-media-stream=device-count=${String(cameras)},fps=${String(fps)}`,
    `--use-file-for-fake-audio-capture=${voice}`,
  ]
}

/**
 * A camera that shows one colour, so that a picture tells whose it is.
 * @param {string} name of the file in the cache
 * @param {readonly [red: number, green: number, blue: number]} colour
 */
export function markerCameraSwitches(name, colour) {
  const file = cacheFile(`marker-${name}.y4m`, y4mOf(colour))
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]
}

/** @param {string} name @param {Buffer} content @returns {string} its path */
function cacheFile(name, content) {
  const file = inCache('fake-media', name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

const WIDTH = 1280
const HEIGHT = 720
const FRAMES = 3

/** Uncompressed 4:2:0 at 30 frames a second, BT.601. @param {readonly [number, number, number]} colour */
function y4mOf([red, green, blue]) {
  const y = 16 + 0.257 * red + 0.504 * green + 0.098 * blue
  const u = 128 - 0.148 * red - 0.291 * green + 0.439 * blue
  const v = 128 + 0.439 * red - 0.368 * green - 0.071 * blue
  const plane = (/** @type {number} */ size, /** @type {number} */ value) =>
    Buffer.alloc(size, Math.round(value))
  const chroma = (WIDTH * HEIGHT) / 4
  const frame = [Buffer.from('FRAME\n'), plane(WIDTH * HEIGHT, y), plane(chroma, u), plane(chroma, v)]
  const head = Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F30:1 Ip A1:1 C420jpeg\n`)
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame).flat()])
}
