// Owns the ring window's sound: looped on the ringer, softly at first, on the next device where that one is refused or gone,
// and what of it is really played. An <audio> element, because Chromium 108's AudioContext can't be given a speaker.
import type { RingShown, RingTone as ToneName } from '../../shared/model/ring'
import { fadeIn, FADE_MS } from '../lib/tones/fade-in'
import type { Clock } from '../platform/clock'
import type { PlayedLevel } from './played-level'
import { Output } from './ring-output'
import { ToneReports } from './tone-reports'

type Sound = NonNullable<RingShown['sound']>

export interface RingTone {
  /** What is to be heard now: `sound: null` or null is silence. Harmless to repeat. */
  follow(ring: { readonly callId: string; readonly sound: Sound | null } | null): void
}

export interface RingToneOptions {
  readonly createAudio: () => HTMLAudioElement
  /** Asked once for each tone: what it gives is kept. */
  readonly urlOf: (tone: ToneName) => string
  readonly measure: (audio: HTMLAudioElement) => PlayedLevel
  readonly devices: Pick<MediaDevices, 'enumerateDevices'>
  readonly clock: Clock
  /** Above zero only what really sounded. */
  readonly heard: (peak: number) => void
  /** Nothing plays, on no device. Once a call. */
  readonly failed: () => void
}

/** With PulseAudio Chromium tells nothing of a device that is gone until it is asked. */
const LOOK_MS = 2_000
const STEP_MS = 50

export function createRingTone(given: RingToneOptions): RingTone {
  const options = { ...given, urlOf: onceEach(given.urlOf) }
  let playing: PlayingTone | null = null
  return {
    follow(ring) {
      const sound = ring?.sound ?? null
      if (!ring || !sound) {
        playing?.end()
        playing = null
        return
      }
      if (playing?.tone !== sound.tone) {
        playing?.end()
        playing = new PlayingTone(options, sound)
      }
      playing.follow(ring.callId, sound)
    },
  }
}

/** The window lives as long as the app: a sound made anew for each ring would stay in its memory. */
function onceEach(urlOf: RingToneOptions['urlOf']): RingToneOptions['urlOf'] {
  const kept = new Map<ToneName, string>()
  return (tone) => {
    const url = kept.get(tone) ?? urlOf(tone)
    kept.set(tone, url)
    return url
  }
}

/** One tone from its first moment to its last, on whichever devices. */
class PlayingTone {
  readonly tone: ToneName
  readonly #options: RingToneOptions
  readonly #audio: HTMLAudioElement
  readonly #output: Output
  readonly #reports: ToneReports
  readonly #sinceMs: number
  readonly #stops: readonly (() => void)[]
  #sound: Sound
  #callId: string | null = null
  #level: PlayedLevel | null = null
  #lastTime = 0
  /** Known only once the system has been asked. */
  #hasOutput = false
  #saidFailed = false
  #ended = false
  #turn: Promise<void> = Promise.resolve()

  constructor(options: RingToneOptions, sound: Sound) {
    const { clock } = options
    this.#options = options
    this.#sound = sound
    this.tone = sound.tone
    this.#sinceMs = clock.now()
    this.#audio = options.createAudio()
    this.#audio.loop = true
    this.#audio.src = options.urlOf(sound.tone)
    this.#output = new Output(this.#audio, options)
    this.#reports = new ToneReports(this.#audio, options)
    this.#stops = [
      clock.every(STEP_MS, () => this.#step()),
      clock.every(LOOK_MS, () => this.#inTurn(() => this.#look())),
    ]
    this.#setVolume()
    this.#inTurn(() => this.#start())
  }

  follow(callId: string, sound: Sound): void {
    const isElsewhere = sound.device?.id !== this.#sound.device?.id
    this.#sound = sound
    this.#setVolume()
    if (callId !== this.#callId) {
      this.#callId = callId
      this.#saidFailed = false
      this.#reports.begin()
    }
    if (isElsewhere) this.#inTurn(() => this.#output.direct(this.#sound.device))
  }

  end(): void {
    this.#ended = true
    for (const stop of this.#stops) stop()
    this.#level?.end()
    this.#audio.pause()
    this.#audio.removeAttribute('src')
  }

  /** One at a time: a redirect that overtakes another would end on the wrong device. */
  #inTurn(run: () => Promise<void>): void {
    this.#turn = this.#turn.then(async () => {
      if (!this.#ended) await run()
    })
  }

  async #start(): Promise<void> {
    await this.#output.direct(this.#sound.device)
    if (this.#ended) return
    if (!(await began(this.#audio))) {
      // What the chosen device refused the system's own may play.
      await this.#output.directToSystem()
      if (!(await began(this.#audio))) this.#fail()
    }
    await this.#askForOutput()
  }

  async #look(): Promise<void> {
    const hadOutput = this.#hasOutput
    await this.#askForOutput()
    if (!this.#hasOutput) return
    const { currentTime, paused, error } = this.#audio
    const isStuck = paused || error !== null || currentTime === this.#lastTime
    this.#lastTime = currentTime
    if (!isStuck && hadOutput) return this.#output.direct(this.#sound.device)
    this.#audio.load()
    return this.#start()
  }

  /** Without one an element plays on, for nobody. */
  async #askForOutput(): Promise<void> {
    this.#hasOutput = await this.#output.isThere()
    if (!this.#hasOutput) this.#fail()
  }

  #step(): void {
    if (this.#options.clock.now() - this.#sinceMs <= FADE_MS + STEP_MS) this.#setVolume()
    if (!this.#hasOutput || !this.#reports.isWanted()) return
    this.#level ??= this.#options.measure(this.#audio)
    this.#reports.add(this.#level.peak())
  }

  #setVolume(): void {
    this.#audio.volume = this.#sound.volume * fadeIn(this.#options.clock.now() - this.#sinceMs)
  }

  #fail(): void {
    if (this.#saidFailed || this.#ended) return
    this.#saidFailed = true
    this.#options.failed()
  }
}

const began = async (audio: HTMLAudioElement): Promise<boolean> =>
  audio.play().then(
    () => true,
    () => false,
  )
