// Owns a computer's microphone and camera in tests: can be missing, denied, slow, lost and switched, and counts what is open.
import type { FailureCode } from '../../../shared/failure'
import { fail, ok } from '../../../shared/result'
import { createEmitter } from '../../lib/emitter'
import type { LocalMedia, MediaKind, MediaLease } from '../local-media'
import { FakeTrack } from './fake-track'

export interface FakeLocalMedia extends LocalMedia {
  /** From now on opening fails so; null: works. */
  refuse(kind: MediaKind, code: FailureCode | null): void
  /** Opening waits until `release`. */
  hold(): void
  release(): void
  /** Every lease gets another track, as after choosing another device; null: it is gone, for that reason. */
  change(kind: MediaKind, lost: FailureCode | null): void
  openLeases(kind: MediaKind): number
  /** How often the device went from closed to open. */
  openings(kind: MediaKind): number
}

interface FakeLease {
  replace(code: FailureCode | null): void
}

export function createFakeLocalMedia(name: string): FakeLocalMedia {
  const refusals = new Map<MediaKind, FailureCode>()
  const leases: Record<MediaKind, Set<FakeLease>> = { microphone: new Set(), camera: new Set() }
  const opened: Record<MediaKind, number> = { microphone: 0, camera: 0 }
  let gate: { readonly open: Promise<void>; readonly release: () => void } | null = null
  let tracks = 0

  const newTrack = (kind: MediaKind) => {
    tracks += 1
    return new FakeTrack(kind === 'camera' ? 'video' : 'audio', `${name}-${kind}-${tracks}`)
  }

  function lease(kind: MediaKind): MediaLease {
    if (leases[kind].size === 0) opened[kind] += 1
    const changed = createEmitter<FailureCode | null>()
    let track: FakeTrack | null = newTrack(kind)
    const own: FakeLease = {
      replace(code) {
        track?.stop()
        track = code === null ? newTrack(kind) : null
        changed.emit(code)
      },
    }
    leases[kind].add(own)
    return {
      track: () => track,
      onTrack: (listener) => changed.on((code) => listener(track, code)),
      close() {
        if (leases[kind].delete(own)) track?.stop()
      },
    }
  }

  return {
    async open(kind) {
      await gate?.open
      const code = refusals.get(kind)
      return code === undefined ? ok(lease(kind)) : fail(code)
    },
    refuse(kind, code) {
      if (code === null) refusals.delete(kind)
      else refusals.set(kind, code)
    },
    hold() {
      let release = () => {}
      const open = new Promise<void>((resolve) => {
        release = resolve
      })
      gate = { open, release }
    },
    release() {
      gate?.release()
      gate = null
    },
    change(kind, lost) {
      for (const own of leases[kind]) own.replace(lost)
    },
    openLeases: (kind) => leases[kind].size,
    openings: (kind) => opened[kind],
  }
}
