// Owns hearing oneself: five seconds of the microphone, then the same from the chosen speaker. Nothing is kept.
// Leaves recording and playing to whoever is handed in.
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'

export type SoundCheckState =
  | { readonly is: 'idle' }
  | { readonly is: 'recording'; readonly leftS: number }
  | { readonly is: 'playing' }
  | { readonly is: 'failed'; readonly at: 'recording' | 'playing' }

export interface Recording {
  /** Null where nothing could be recorded. */
  stop(): Promise<Blob | null>
}

/** Returns its end; `onEnded` says whether it could be heard. */
export type PlaySound = (
  sound: Blob,
  speakerId: string,
  onEnded: (heard: boolean) => void,
  /** 1 where it isn't given: as it was recorded. */
  volume?: number,
) => () => void

export interface SoundCheckOptions {
  readonly clock: Clock
  /** Null where it can't begin. */
  readonly record: (track: MediaStreamTrack) => Recording | null
  readonly play: PlaySound
  readonly speakerId: () => string
  readonly onState: (state: SoundCheckState) => void
}

export interface SoundCheck {
  start(track: MediaStreamTrack): void
  /** Plays what there is so far; while it plays, ends that. */
  stop(): void
  end(): void
}

const RECORD_S = 5

export function createSoundCheck(options: SoundCheckOptions): SoundCheck {
  return new Check(options)
}

class Check implements SoundCheck {
  private readonly options: SoundCheckOptions
  private readonly whole = createScope()
  private running: { readonly recording: Recording; readonly undo: () => void } | null = null
  private stopPlaying: (() => void) | null = null

  constructor(options: SoundCheckOptions) {
    this.options = options
  }

  start(track: MediaStreamTrack): void {
    if (this.whole.ended || this.running) return
    this.silence()
    const recording = this.options.record(track)
    if (!recording) return this.show({ is: 'failed', at: 'recording' })
    let leftS = RECORD_S
    const undo = this.options.clock.every(1_000, () => {
      leftS -= 1
      if (leftS <= 0) void this.playBack()
      else this.show({ is: 'recording', leftS })
    })
    this.running = { recording, undo }
    this.show({ is: 'recording', leftS })
  }

  stop(): void {
    if (this.running) void this.playBack()
    else if (this.silence()) this.show({ is: 'idle' })
  }

  end(): void {
    this.whole.end()
    this.running?.undo()
    void this.running?.recording.stop()
    this.running = null
    this.silence()
  }

  private async playBack(): Promise<void> {
    const was = this.running
    this.running = null
    was?.undo()
    const sound = (await was?.recording.stop()) ?? null
    if (this.whole.ended) return
    if (!sound || sound.size === 0) return this.show({ is: 'failed', at: 'recording' })
    const { play, speakerId } = this.options
    this.show({ is: 'playing' })
    this.stopPlaying = play(sound, speakerId(), (heard) => {
      this.stopPlaying = null
      this.show(heard ? { is: 'idle' } : { is: 'failed', at: 'playing' })
    })
  }

  private silence(): boolean {
    const stop = this.stopPlaying
    this.stopPlaying = null
    stop?.()
    return stop !== null
  }

  private show(state: SoundCheckState): void {
    if (!this.whole.ended) this.options.onState(state)
  }
}
