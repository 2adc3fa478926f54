// Owns a computer's microphone and camera in tests: can be missing, denied, slow, lost and switched, and counts what is open.
import type { FailureCode } from '../../../shared/failure'
import { fail, ok, type Result } from '../../../shared/result'
import { createEmitter } from '../../lib/emitter'
import type { LocalMedia, MediaKind, MediaLease } from '../local-media'
import { FakeTrack } from './fake-track'

export class FakeLocalMedia implements LocalMedia {
  readonly #name: string
  readonly #refusals = new Map<MediaKind, FailureCode>()
  readonly #leases: Readonly<Record<MediaKind, Set<FakeLease>>> = { microphone: new Set(), camera: new Set() }
  readonly #opened: Record<MediaKind, number> = { microphone: 0, camera: 0 }
  #waiting: (() => void)[] | null = null
  #tracks = 0

  constructor(name: string) {
    this.#name = name
  }

  /** From now on opening fails so; null: it works. */
  refuse(kind: MediaKind, code: FailureCode | null): void {
    if (code === null) this.#refusals.delete(kind)
    else this.#refusals.set(kind, code)
  }

  /** Opening waits until `release`. */
  hold(): void {
    this.#waiting ??= []
  }

  release(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const go of waiting) go()
  }

  /** Every lease gets another track, as after choosing another device; with a code: it is gone, for that reason. */
  change(kind: MediaKind, lost: FailureCode | null): void {
    for (const lease of this.#leases[kind]) lease.replace(lost === null ? this.#newTrack(kind) : null, lost)
  }

  openLeases(kind: MediaKind): number {
    return this.#leases[kind].size
  }

  allOpenLeases(): number {
    return this.openLeases('microphone') + this.openLeases('camera')
  }

  /** How often the device went from closed to open. */
  openings(kind: MediaKind): number {
    return this.#opened[kind]
  }

  /** Held from the first moment, as the real ones are: whoever closes meanwhile doesn't close the device. */
  async open(kind: MediaKind): Promise<Result<MediaLease>> {
    const leases = this.#leases[kind]
    const code = this.#refusals.get(kind)
    if (code === undefined && leases.size === 0) this.#opened[kind] += 1
    const lease = new FakeLease(() => leases.delete(lease))
    leases.add(lease)
    await this.#turn()
    if (code === undefined) {
      lease.give(this.#newTrack(kind))
      return ok(lease)
    }
    lease.close()
    return fail(code)
  }

  #turn(): Promise<void> {
    const { promise, go } = signal()
    if (this.#waiting) this.#waiting.push(go)
    else go()
    return promise
  }

  #newTrack(kind: MediaKind): FakeTrack {
    this.#tracks += 1
    return new FakeTrack(kind === 'camera' ? 'video' : 'audio', `${this.#name}-${kind}-${this.#tracks}`)
  }
}

class FakeLease implements MediaLease {
  #track: FakeTrack | null = null
  readonly #changed = createEmitter<FailureCode | null>()
  readonly #onClose: () => void

  constructor(onClose: () => void) {
    this.#onClose = onClose
  }

  give(track: FakeTrack): void {
    this.#track = track
  }

  replace(track: FakeTrack | null, code: FailureCode | null): void {
    this.#track?.stop()
    this.#track = track
    this.#changed.emit(code)
  }

  track(): MediaStreamTrack | null {
    return this.#track
  }

  onTrack(listener: (track: MediaStreamTrack | null, code: FailureCode | null) => void): () => void {
    return this.#changed.on((code) => listener(this.#track, code))
  }

  close(): void {
    this.#track?.stop()
    this.#onClose()
  }
}

function signal(): { readonly promise: Promise<void>; readonly go: () => void } {
  const listeners: (() => void)[] = []
  let gone = false
  const promise = new Promise<void>((resolve) => {
    if (gone) resolve()
    else listeners.push(resolve)
  })
  return {
    promise,
    go() {
      gone = true
      for (const listener of listeners) listener()
    },
  }
}
