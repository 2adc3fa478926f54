// Owns how loud a track is. An AnalyserNode reads the samples where they are, on both of our Chromiums; getStats would
// answer at most every 50 ms and costs a whole report each time.

export interface LevelMeter {
  /** Loudness now: 0 is silence or −60 dB, 1 is −10 dB and louder. */
  read(): number
  end(): void
}

export interface SoundMeter extends LevelMeter {
  /** The largest sample of the last 21 ms, 0 to 1: at 1 it is cut off. */
  peak(): number
}

export interface LevelMeters {
  meter(track: MediaStreamTrack): LevelMeter
  /** Ends all that are left. */
  end(): void
}

/** Real ones tell the peak too. */
export interface SoundMeters extends LevelMeters {
  meter(track: MediaStreamTrack): SoundMeter
}

/** One audio context for all meters, from the first to the last: a running one costs a thread and a speaker. */
export function createLevelMeters(createContext: () => AudioContext): SoundMeters {
  let context: AudioContext | null = null
  const meters = new Set<LevelMeter>()

  function leave(meter: LevelMeter): void {
    if (!meters.delete(meter) || meters.size > 0) return
    void context?.close()
    context = null
  }

  return {
    end() {
      for (const meter of [...meters]) meter.end()
    },
    meter(track) {
      context ??= createContext()
      // A browser holds it back until the person has done something on the page, which a call is.
      if (context.state === 'suspended') void context.resume()
      const source = context.createMediaStreamSource(new MediaStream([track]))
      const analyser = context.createAnalyser()
      analyser.fftSize = 1024 // 21 ms at 48 kHz
      source.connect(analyser)
      const samples = new Float32Array(analyser.fftSize)
      const meter: SoundMeter = {
        read() {
          analyser.getFloatTimeDomainData(samples)
          return loudness(samples)
        },
        peak() {
          analyser.getFloatTimeDomainData(samples)
          return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
        },
        end() {
          source.disconnect()
          leave(meter)
        },
      }
      meters.add(meter)
      return meter
    },
  }
}

const FLOOR_DB = -60
const FULL_DB = -10

/** On a logarithmic scale, as ears hear: RMS of samples in [-1, 1] → 0 to 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  if (sum === 0) return 0
  const db = 10 * Math.log10(sum / samples.length)
  return Math.min(1, Math.max(0, (db - FLOOR_DB) / (FULL_DB - FLOOR_DB)))
}
