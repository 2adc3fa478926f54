// Owns capturing a screen or window with getDisplayMedia. What it is was chosen before, in our picker, or is chosen in the
// system's or browser's own dialogue, which this opens then.
import { fail, ok } from '../../shared/result'
import { createScope } from '../lib/scope'
import type { Log } from '../platform/log'
import type { Capture, CaptureWish, ScreenCapture } from './screen-capture'

export interface DisplayCaptureOptions {
  /** Undefined on a page that isn't secure. */
  readonly devices: Pick<MediaDevices, 'getDisplayMedia'> | undefined
  /** Takes the track's pictures until it is undone: screen-sink.ts. */
  readonly createSink: (track: MediaStreamTrack) => () => void
  /** False where a change of constraints would open the system's dialogue again (macOS): then the sender's limits hold. */
  readonly mayConstrain: () => boolean
  readonly log: Log
}

/** Newer than TypeScript's own; what a browser doesn't know it ignores. */
interface DisplayMediaWish extends DisplayMediaStreamOptions {
  readonly selfBrowserSurface: 'exclude'
  readonly systemAudio: 'include' | 'exclude'
}

export function createDisplayCapture(options: DisplayCaptureOptions): ScreenCapture {
  const { devices, log } = options
  return {
    async open(wish) {
      if (!devices) return fail('share-failed')
      const stream = await request(devices, wish, log)
      const picture = stream?.getVideoTracks()[0]
      if (!stream) return fail('share-refused')
      const sound = stream.getAudioTracks()[0] ?? null
      if (picture?.readyState !== 'live') {
        stopAll(stream)
        return fail('source-gone')
      }
      return ok(captureOf(picture, sound, options))
    },
  }
}

/** null: whoever said no, and however. The exception's name differs between versions and hosts. */
async function request(
  devices: Pick<MediaDevices, 'getDisplayMedia'>,
  wish: CaptureWish,
  log: Log,
): Promise<MediaStream | null> {
  try {
    return await devices.getDisplayMedia(displayWish(wish))
  } catch (error) {
    log.info('capture refused', { why: error instanceof Error ? error.name : typeof error })
    return null
  }
}

/** For getDisplayMedia. */
export function displayWish(wish: CaptureWish): DisplayMediaWish {
  return {
    // Without the pointer nobody knows what the other one means.
    video: {
      ...limitsOf(wish),
      width: { max: MOST.width },
      height: { max: MOST.height },
      ...{ cursor: 'always' },
    },
    // restrictOwnAudio: what the call plays stays out, or the other side would hear itself.
    audio: wish.sound ? soundWish() : false,
    selfBrowserSurface: 'exclude',
    systemAudio: wish.sound ? 'include' : 'exclude',
  }
}

function soundWish(): MediaTrackConstraints {
  const asIs = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
  return { ...asIs, ...{ restrictOwnAudio: true } }
}

/**
 * More than any screen has. Without a limit Chromium takes one of its own; with the one that is wanted, older ones can't take it
 * back, and cut the picture's sides off where a later one has another shape (Chromium 108).
 */
const MOST = { width: 7680, height: 4320 }

const SURFACES: Readonly<Record<string, Capture['surface']>> = {
  monitor: 'screen',
  window: 'window',
  browser: 'tab',
}
/** What Chromium names a track where it has no title for it: "window:4194307:0". */
const IDS = /^(?:window|screen):\d+:\d+$|^web-contents-media-stream:/

function captureOf(
  picture: MediaStreamTrack,
  sound: MediaStreamTrack | null,
  { createSink, mayConstrain, log }: DisplayCaptureOptions,
): Capture {
  const scope = createScope()
  let endSink: (() => void) | null = null
  scope.add(() => {
    picture.stop()
    sound?.stop()
  })
  return {
    picture,
    sound,
    surface: SURFACES[picture.getSettings().displaySurface ?? ''] ?? 'unknown',
    label: IDS.test(picture.label) ? '' : picture.label,
    onEnded(listener) {
      const once = scope.add(() => picture.removeEventListener('ended', listener))
      picture.addEventListener('ended', listener)
      return once
    },
    size() {
      const { width, height } = picture.getSettings()
      if (width === undefined || height === undefined) return null
      // Until the first picture it tells the largest size that was asked for.
      return width === MOST.width && height === MOST.height ? null : { width, height }
    },
    async limit(wish) {
      if (!mayConstrain() || picture.readyState !== 'live') return
      try {
        await picture.applyConstraints(limitsOf(wish))
      } catch (error) {
        // The sender's own limits hold all the same.
        log.info('capture not limited', { why: error instanceof Error ? error.name : typeof error })
      }
    },
    stayAwake(on) {
      if (on && !scope.ended) endSink ??= scope.add(createSink(picture))
      if (on) return
      endSink?.()
      endSink = null
    },
    close: () => scope.end(),
  }
}

const limitsOf = ({ maxFps }: Pick<CaptureWish, 'maxFps'>): MediaTrackConstraints => ({
  frameRate: { max: maxFps },
})

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
