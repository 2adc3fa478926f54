// Owns one holder's part of an open device: its own clone of the track, muted or not as the holder left it.
import type { FailureCode } from '../../shared/failure'
import { createEmitter } from '../lib/emitter'
import type { MediaLease } from './local-media'

export interface HeldLease extends MediaLease {
  /** The next track, or null and why there is none. Stops the one before. */
  give(track: MediaStreamTrack | null, code: FailureCode | null): void
  /** True until the first `give`. */
  waiting(): boolean
  /** The code of the first `give`; null where it came with a track. */
  readonly first: Promise<FailureCode | null>
}

export function createLease(onClose: () => void): HeldLease {
  const given = createEmitter<{
    readonly track: MediaStreamTrack | null
    readonly code: FailureCode | null
  }>()
  let state: 'waiting' | 'given' | 'closed' = 'waiting'
  let track: MediaStreamTrack | null = null
  let enabled = true
  let settle: (code: FailureCode | null) => void = () => undefined
  const first = new Promise<FailureCode | null>((resolve) => (settle = resolve))

  return {
    track: () => track,
    waiting: () => state === 'waiting',
    first,
    onTrack: (listener) => given.on((event) => listener(event.track, event.code)),
    give(next, code) {
      if (state === 'closed') {
        next?.stop()
        return
      }
      const old = track
      // Who muted the old device must not be heard through the new one.
      if (old) enabled = old.enabled
      if (next) next.enabled = enabled
      track = next
      state = 'given'
      settle(code)
      given.emit({ track: next, code })
      old?.stop()
    },
    close() {
      if (state === 'closed') return
      state = 'closed'
      track?.stop()
      track = null
      onClose()
    },
  }
}
