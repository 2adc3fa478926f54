// Owns following what is shared with a track of real frames, for as long as something is shared.
import { useEffect, useState } from 'react'
import { createRealFrames, type RealFrames } from './real-frames'

/** `source` may come, go and change meanwhile; the track stays, and with it the last picture. */
export function useRealFrames(isShared: boolean, source: MediaStreamTrack | null): MediaStreamTrack | null {
  const [frames, setFrames] = useState<RealFrames | null>(null)
  useEffect(() => {
    if (!isShared) return
    const made = createRealFrames()
    setFrames(made)
    return () => {
      made?.close()
      setFrames(null)
    }
  }, [isShared])
  useEffect(() => {
    frames?.follow(source)
  }, [frames, source])
  return frames?.track ?? null
}
