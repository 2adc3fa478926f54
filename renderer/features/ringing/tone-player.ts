// Owns the sounds coming out of the chosen devices: looped, at once, and silent at once. Leaves when to ringing-rules.ts.
// An <audio> element, because Chromium 108's AudioContext can't be given a speaker.
import type { RingTone } from '../../../shared/model/ring'
import { FADE_MS, fadeIn } from '../../lib/tones/fade-in'
import { RING_SOUNDS } from '../../lib/tones/ring-tones'
import { soundBlob } from '../../lib/tones/sound-blob'
import type { Clock } from '../../platform/clock'
import type { Log } from '../../platform/log'
import { RINGBACK } from './ringback'
import type { Tone } from './ringing-rules'

/** Of our own ring: the tone, and how loud it is, 0 to 1. */
export interface RingSound {
  readonly tone: RingTone
  readonly volume: number
}

/** Chromium's ids; '' is the system's own. What rings here is heard on the ringer, what rings there like the call itself. */
export interface ToneOutputs {
  readonly ringer: string
  readonly speaker: string
}

export interface TonePlayer {
  /** Null is silence. The same tone again goes on. */
  play(tone: Tone | null): void
  /** Also of a ring that is heard just now. */
  setRing(sound: RingSound): void
  setOutputs(outputs: ToneOutputs): void
  end(): void
}

export interface TonePlayerOptions {
  readonly createAudio: () => HTMLAudioElement
  readonly clock: Clock
  readonly log: Log
  readonly whenIdle?: (run: () => void) => void
}

const SOUNDS = { ...RING_SOUNDS, ringback: RINGBACK } as const
type SoundName = keyof typeof SOUNDS

/**
 * Making a sound and opening it takes 20 to 250 ms once, and 2 ms from then on: so it is done before anybody calls. Not sooner: a page
 * that waits for its first answers is idle too, and its first screen would come after the sounds.
 */
const whenIdleInPage = (run: () => void): void =>
  void setTimeout(() => requestIdleCallback(run, { timeout: 5_000 }), FIRST_SCREEN_MS)
const FIRST_SCREEN_MS = 1_000
const FADE_STEP_MS = 50

export function createTonePlayer(options: TonePlayerOptions): TonePlayer {
  const { clock, log } = options
  const elements = createElements(options)
  let ring: RingSound = { tone: 'chime', volume: 1 }
  let tone: Tone | null = null
  let playing: HTMLAudioElement | null = null
  let beganMs = 0
  let stopFading = (): void => undefined

  const soundOf = (wanted: Tone): SoundName => (wanted === 'ring' ? ring.tone : wanted)

  /** Only what calls begins softly; what rings at the other end is soft. */
  function setVolume(): void {
    if (!playing) return
    const sinceMs = clock.now() - beganMs
    playing.volume = tone === 'ring' ? ring.volume * fadeIn(sinceMs) : 1
    if (tone !== 'ring' || sinceMs >= FADE_MS) stopFading()
  }

  function play(wanted: Tone | null): void {
    const next = wanted && elements.of(soundOf(wanted))
    tone = wanted
    if (next === playing) return
    playing?.pause()
    stopFading()
    playing = next
    if (!next) return
    next.currentTime = 0
    beganMs = clock.now()
    stopFading = clock.every(FADE_STEP_MS, setVolume)
    setVolume()
    begin(next, log)
  }

  function setRing(sound: RingSound): void {
    ring = sound
    if (tone === 'ring') play(tone)
    setVolume()
  }

  for (const one of ['ring', 'ringback'] as const) elements.makeWhenIdle(() => soundOf(one))
  return {
    ...{ play, setRing },
    setOutputs: (outputs) => elements.setOutputs(outputs),
    end() {
      play(null)
      elements.end()
    },
  }
}

/** One element a sound, made when it is first wanted. */
function createElements({ createAudio, log, whenIdle = whenIdleInPage }: TonePlayerOptions) {
  const elements = new Map<SoundName, HTMLAudioElement>()
  let outputs: ToneOutputs = { ringer: '', speaker: '' }
  let ended = false

  function of(name: SoundName): HTMLAudioElement {
    const known = elements.get(name)
    if (known) return known
    const made = looped(createAudio(), name)
    direct(made, outputs[outputOf(name)], log)
    elements.set(name, made)
    return made
  }

  return {
    of,
    /** The name is asked for then. */
    makeWhenIdle: (name: () => SoundName): void =>
      whenIdle(() => {
        if (!ended) of(name())
      }),
    setOutputs(next: ToneOutputs): void {
      const before = outputs
      outputs = next
      for (const [name, audio] of elements) {
        const output = outputOf(name)
        if (next[output] !== before[output]) direct(audio, next[output], log)
      }
    },
    end(): void {
      ended = true
      for (const audio of elements.values()) URL.revokeObjectURL(audio.src)
      elements.clear()
    },
  }
}

const outputOf = (name: SoundName): keyof ToneOutputs => (name === 'ringback' ? 'speaker' : 'ringer')

/** AbortError: stopped before it began. NotAllowedError: a guest's browser wants a click first. */
function begin(audio: HTMLAudioElement, log: Log): void {
  audio.play().catch((error: unknown) => log.info('ring tone not played', { why: nameOf(error) }))
}

/** A device that has just gone is refused; the element then stays with the one it has. */
function direct(audio: HTMLAudioElement, deviceId: string, log: Log): void {
  audio
    .setSinkId(deviceId)
    .catch((error: unknown) => log.info('sound device refused', { why: nameOf(error) }))
}

function looped(audio: HTMLAudioElement, name: SoundName): HTMLAudioElement {
  audio.loop = true
  audio.preload = 'auto'
  audio.src = URL.createObjectURL(soundBlob(SOUNDS[name]))
  return audio
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
