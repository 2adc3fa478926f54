// Owns being the one who always looks at a capture: Chromium stops asking the system for pictures of a track that nobody takes,
// and a track then never says that its window is back. Also the only word on the first picture.

export interface ScreenSink {
  /** Whether a picture has come so far. */
  hasPicture(): boolean
  close(): void
}

/** An element outside the page draws nothing, also where the page itself is hidden. */
export function createScreenSink(track: MediaStreamTrack): ScreenSink {
  const video = document.createElement('video')
  let has = false
  video.muted = true
  video.onloadeddata = () => (has = true)
  video.srcObject = new MediaStream([track])
  // Refused only when the element is emptied before it began.
  void video.play().catch(() => undefined)
  return {
    hasPicture: () => has,
    close() {
      video.onloadeddata = null
      video.srcObject = null
    },
  }
}
