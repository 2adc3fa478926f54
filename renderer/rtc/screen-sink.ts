// Owns taking the pictures of a capture that nobody else takes, so that they go on coming. Draws nothing.

/** Returns its undo. An element outside the page goes on also where the page itself is hidden. */
export function createScreenSink(track: MediaStreamTrack): () => void {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = new MediaStream([track])
  // Refused only when the element is emptied before it began.
  void video.play().catch(() => undefined)
  return () => (video.srcObject = null)
}
