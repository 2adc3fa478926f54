// Owns a track that carries only the real frames of another one, so that a picture made from it never turns black: it keeps
// the last one while nothing real comes, also across sources. Where the browser can't give single frames, a canvas does it.
import { createScope } from '../../lib/scope'
import { isRealPicture } from '../../rtc/real-picture'
import { insertableStreams, type InsertableStreams } from './insertable-streams'

export interface RealFrames {
  readonly track: MediaStreamTrack
  /** Harmless twice. */
  close(): void
  /** Takes its frames from there; null: from nowhere for now. */
  follow(source: MediaStreamTrack | null): void
}

/** Null where the browser has no way at all; then nothing can be shown safely. */
export function createRealFrames(scope: object = globalThis): RealFrames | null {
  const streams = insertableStreams(scope)
  return streams ? streamedFrames(streams) : drawnFrames()
}

/** Each frame is handed on as it is: nothing is copied. */
export function streamedFrames({
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
}: InsertableStreams): RealFrames {
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  const writer = track.writable.getWriter()
  let leave = (): void => undefined

  function follow(source: MediaStreamTrack | null): void {
    leave()
    leave = () => undefined
    if (!source) return
    // One frame may wait: a page that is busy shows the newest next, and doesn't fall behind.
    const { readable } = new MediaStreamTrackProcessor({ track: source, maxBufferSize: 1 })
    const reader = readable.getReader()
    leave = () => void reader.cancel().catch(() => undefined) // it has ended by itself
    void handOn(reader, writer)
  }

  return {
    track,
    follow,
    close() {
      leave()
      leave = () => undefined
      track.stop()
    },
  }
}

type Reader = Pick<ReadableStreamDefaultReader<VideoFrame>, 'read'>
type Writer = Pick<WritableStreamDefaultWriter<VideoFrame>, 'write'>

/** Until the source ends or is left. */
export async function handOn(reader: Reader, writer: Writer): Promise<void> {
  for (;;) {
    const { done, value: frame } = await reader.read()
    if (done) return
    if (isRealPicture({ width: frame.displayWidth, height: frame.displayHeight })) {
      try {
        await writer.write(frame)
      } catch {
        frame.close() // the picture was closed meanwhile
        return
      }
    } else frame.close()
  }
}

/** Costs a copy of each frame, and rests while the page is hidden. */
function drawnFrames(): RealFrames | null {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  const [track] = 'captureStream' in canvas ? canvas.captureStream().getVideoTracks() : []
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true })
  if (!context || !track || !('requestVideoFrameCallback' in video)) return null
  const scope = createScope()

  function draw(): void {
    if (scope.ended) return
    const { videoWidth: width, videoHeight: height } = video
    if (isRealPicture({ width, height })) {
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
      context?.drawImage(video, 0, 0)
    }
    video.requestVideoFrameCallback(draw)
  }

  scope.add(() => track.stop())
  scope.add(() => {
    video.srcObject = null
  })
  video.requestVideoFrameCallback(draw)
  return {
    track,
    follow(source) {
      video.srcObject = source && new MediaStream([source])
      // Refused only where it is replaced at once, which plays anew.
      if (source) video.play().catch(() => undefined)
    },
    close: () => scope.end(),
  }
}
