// Owns making a call noticed: its sound, and the window's call for attention. Leaves the rules to ringing-rules.ts,
// and which calls ring to the wiring.
import type { Desktop } from '../../platform/desktop'
import { NOTHING_RINGS, ringing, type RingingCalls } from './ringing-rules'
import type { TonePlayer } from './tone-player'

export interface Ringing {
  /** What rings now; harmless to repeat. */
  update(calls: RingingCalls): void
  /** Silences the call that rings; the next one rings again. True if there was something to silence. */
  silence(): boolean
  /** Chromium's id of the speaker; null or '' is the system's own. */
  setSpeaker(deviceId: string | null): void
  end(): void
}

export interface RingingOptions {
  readonly player: TonePlayer
  readonly desktop: Desktop
}

export function createRinging({ player, desktop }: RingingOptions): Ringing {
  let calls = NOTHING_RINGS
  let silenced: string | null = null
  let attention = false

  function apply(): void {
    const now = ringing(calls, silenced)
    player.play(now.tone)
    if (now.attention === attention) return
    attention = now.attention
    void desktop.call('window.attention', { on: attention })
  }

  return {
    update(next) {
      calls = next
      apply()
    },
    silence() {
      const sounds = ringing(calls, silenced).tone === 'ring'
      silenced = calls.incoming
      apply()
      return sounds
    },
    setSpeaker: (deviceId) => player.setSpeaker(deviceId ?? ''),
    end() {
      calls = NOTHING_RINGS
      apply()
      player.end()
    },
  }
}
