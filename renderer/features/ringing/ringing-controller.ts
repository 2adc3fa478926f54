// Owns the sounds of ringing in this page: the other end's always, our own where the host has no ring window (a guest).
// Leaves the rules to ringing-rules.ts, and which calls ring to the wiring.
import type { Desktop } from '../../platform/desktop'
import { NOTHING_RINGS, toneOf, type RingingCalls, type Tone } from './ringing-rules'
import type { RingSound, ToneOutputs, TonePlayer } from './tone-player'

export interface Ringing {
  /** What rings now; harmless to repeat. */
  update(calls: RingingCalls): void
  /** Silences the call that rings; the next one rings again. True if there was something to silence. */
  silence(): boolean
  /** The user's tone and how loud it is. */
  setRing(sound: RingSound): void
  setOutputs(outputs: ToneOutputs): void
  end(): void
}

export interface RingingOptions {
  readonly player: TonePlayer
  readonly desktop: Desktop
  /** The ring tone is the ring window's. */
  readonly hasRingWindow: boolean
}

export function createRinging({ player, desktop, hasRingWindow }: RingingOptions): Ringing {
  let calls = NOTHING_RINGS
  let silenced: string | null = null

  const isHere = (tone: Tone | null): boolean => tone !== 'ring' || !hasRingWindow
  function apply(): void {
    const tone = toneOf(calls, silenced)
    player.play(isHere(tone) ? tone : null)
  }

  return {
    update(next) {
      calls = next
      apply()
    },
    silence() {
      const sounds = toneOf(calls, silenced) === 'ring'
      silenced = calls.incoming
      if (silenced !== null) void desktop.call('rings.silence', { callId: silenced })
      apply()
      return sounds
    },
    setRing: (sound) => player.setRing(sound),
    setOutputs: (outputs) => player.setOutputs(outputs),
    end() {
      calls = NOTHING_RINGS
      apply()
      player.end()
    },
  }
}
