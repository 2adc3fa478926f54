// Owns how loud an audio element really plays: read off what it plays, not assumed from what it was told. Its captured
// stream is what comes before its volume, so that is multiplied in.
import { createLevelMeters } from '../rtc/audio-level'

export interface PlayedLevel {
  /** The largest sample of the last 21 ms, 0 to 1, as loud as it leaves the element; 0 where nothing is played yet. */
  peak(): number
  end(): void
}

/** Chromium has it, TypeScript's DOM hasn't. https://w3c.github.io/mediacapture-fromelement/ */
type Capturing = { captureStream(): MediaStream }
const canCapture = (audio: HTMLAudioElement): audio is HTMLAudioElement & Capturing =>
  'captureStream' in audio

export function measurePlayed(
  audio: HTMLAudioElement,
  createContext: () => AudioContext = () => new AudioContext(),
): PlayedLevel {
  const stream = canCapture(audio) ? audio.captureStream() : null
  const meters = createLevelMeters(createContext)
  let meter: ReturnType<typeof meters.meter> | null = null
  return {
    peak() {
      // There is a track once the element has read its sound.
      const track = stream?.getAudioTracks()[0]
      if (!meter && track) meter = meters.meter(track)
      return Math.min(1, (meter?.peak() ?? 0) * audio.volume)
    },
    end: () => meters.end(),
  }
}
