// Owns the sound coming out of the chosen speaker: looped, at once, and silent at once. Leaves when to ringing-rules.ts.
// An <audio> element, because Chromium 108's AudioContext can't be given a speaker.
import type { Log } from '../../platform/log'
import { RING, RINGBACK, render, toWav } from './ring-sounds'
import type { Tone } from './ringing-rules'

export interface TonePlayer {
  /** Null is silence. The same tone again goes on. */
  play(tone: Tone | null): void
  /** Chromium's id; '' is the system's own. */
  setSpeaker(deviceId: string): void
  end(): void
}

const TONES: readonly Tone[] = ['ring', 'ringback']
const SOUNDS = { ring: RING, ringback: RINGBACK } as const

/** Making a sound and opening it takes 20 to 250 ms once, and 2 ms from then on: so it is done before anybody calls. */
const whenIdleInPage = (run: () => void): void => void requestIdleCallback(run, { timeout: 5_000 })

export function createTonePlayer(
  createAudio: () => HTMLAudioElement,
  log: Log,
  whenIdle: (run: () => void) => void = whenIdleInPage,
): TonePlayer {
  const elements = new Map<Tone, HTMLAudioElement>()
  let playing: HTMLAudioElement | null = null
  let speaker = ''
  let ended = false

  function elementFor(tone: Tone): HTMLAudioElement {
    const audio = elements.get(tone) ?? looped(createAudio(), tone)
    if (!elements.has(tone)) direct(audio, speaker, log)
    elements.set(tone, audio)
    return audio
  }

  function play(tone: Tone | null): void {
    const next = tone && elementFor(tone)
    if (next === playing) return
    playing?.pause()
    playing = next
    if (!next) return
    next.currentTime = 0
    // AbortError: stopped before it began. NotAllowedError: a guest's browser wants a click first.
    next.play().catch((error: unknown) => log.info('ring tone not played', { why: nameOf(error) }))
  }

  for (const tone of TONES) {
    whenIdle(() => {
      if (!ended) elementFor(tone)
    })
  }
  return {
    play,
    setSpeaker(deviceId) {
      if (deviceId === speaker) return
      speaker = deviceId
      for (const audio of elements.values()) direct(audio, speaker, log)
    },
    end() {
      play(null)
      ended = true
      for (const audio of elements.values()) URL.revokeObjectURL(audio.src)
      elements.clear()
    },
  }
}

/** A speaker that has just gone is refused; the element then stays with the one it has. */
function direct(audio: HTMLAudioElement, speaker: string, log: Log): void {
  audio.setSinkId(speaker).catch((error: unknown) => log.info('speaker refused', { why: nameOf(error) }))
}

function looped(audio: HTMLAudioElement, tone: Tone): HTMLAudioElement {
  audio.loop = true
  audio.preload = 'auto'
  audio.src = URL.createObjectURL(new Blob([toWav(render(SOUNDS[tone]))], { type: 'audio/wav' }))
  return audio
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
