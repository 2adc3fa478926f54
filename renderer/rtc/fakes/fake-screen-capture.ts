// Owns capturing in tests: each request waits until the test answers it, and every capture that was ever made is known.
import { fail, ok, type Result } from '../../../shared/result'
import type { FailureCode } from '../../../shared/failure'
import { createEmitter } from '../../lib/emitter'
import type { Capture, CaptureWish, ScreenCapture } from '../screen-capture'
import { FakeTrack } from './fake-track'

export interface FakeCapture extends Capture {
  readonly isOpen: () => boolean
  readonly isAwake: () => boolean
  readonly wishes: readonly Pick<CaptureWish, 'maxFps'>[]
  /** As the system says from now on. */
  become(size: { readonly width: number; readonly height: number } | null): void
  /** Its source is gone. */
  endBySystem(): void
}

export interface FakeRequest {
  readonly wish: CaptureWish
  give(change?: Partial<Pick<Capture, 'surface' | 'label'>>): FakeCapture
  refuse(code?: FailureCode): void
}

export interface FakeScreenCapture extends ScreenCapture {
  /** Not answered yet, oldest first. */
  readonly waiting: FakeRequest[]
  readonly captures: FakeCapture[]
  open(wish: CaptureWish): Promise<Result<Capture>>
}

export function createFakeScreenCapture(): FakeScreenCapture {
  const waiting: FakeRequest[] = []
  const captures: FakeCapture[] = []

  function open(wish: CaptureWish): Promise<Result<Capture>> {
    return new Promise((resolve) => {
      const answer = (result: Result<Capture>): void => {
        waiting.splice(waiting.indexOf(request), 1)
        resolve(result)
      }
      const request: FakeRequest = {
        wish,
        give(change = {}) {
          const made = createFakeCapture(captures.length + 1, wish, change)
          captures.push(made)
          answer(ok(made))
          return made
        },
        refuse: (code = 'share-refused') => answer(fail(code)),
      }
      waiting.push(request)
    })
  }
  return { waiting, captures, open }
}

function createFakeCapture(
  number: number,
  wish: CaptureWish,
  change: Partial<Pick<Capture, 'surface' | 'label'>>,
): FakeCapture {
  const ended = createEmitter<null>()
  const wishes: Pick<CaptureWish, 'maxFps'>[] = [wish]
  const picture = new FakeTrack('video', `capture-${number}`)
  const sound = wish.sound ? new FakeTrack('audio', `capture-sound-${number}`) : null
  let awake = false
  let size: { readonly width: number; readonly height: number } | null = { width: 800, height: 600 }
  return {
    picture,
    sound,
    surface: 'window',
    label: '',
    ...change,
    wishes,
    onEnded: (listener) => ended.on(listener),
    size: () => size,
    limit(next) {
      wishes.push(next)
      return Promise.resolve()
    },
    stayAwake: (on) => (awake = on),
    isAwake: () => awake,
    isOpen: () => picture.readyState === 'live',
    become: (next) => (size = next),
    endBySystem() {
      picture.stop()
      ended.emit(null)
    },
    close() {
      picture.stop()
      sound?.stop()
    },
  }
}
