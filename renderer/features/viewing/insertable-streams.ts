// Owns the types of what Chromium has beyond TypeScript's list: frames of a track as a stream, and a track from frames.
// https://w3c.github.io/mediacapture-transform/ (the first version, which pages have; the second is for workers only)

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>
}
interface TrackGenerator extends MediaStreamTrack {
  readonly writable: WritableStream<VideoFrame>
}

export interface InsertableStreams {
  readonly MediaStreamTrackProcessor: new (init: {
    readonly track: MediaStreamTrack
    readonly maxBufferSize?: number
  }) => TrackProcessor
  readonly MediaStreamTrackGenerator: new (init: { readonly kind: 'video' }) => TrackGenerator
}

const isComplete = (scope: Partial<InsertableStreams>): scope is InsertableStreams =>
  typeof scope.MediaStreamTrackProcessor === 'function' &&
  typeof scope.MediaStreamTrackGenerator === 'function'

/** Null where the browser has them not. */
export function insertableStreams(scope: object): InsertableStreams | null {
  return isComplete(scope) ? scope : null
}
