// Owns drawing one video track. Always silent: sound has its own element, on the chosen speaker.
import { useEffect, useRef, useState, type ReactElement } from 'react'

interface TrackVideoProps {
  readonly track: MediaStreamTrack
  readonly className?: string
  /** What it shows; null where the parts around it say so. */
  readonly label: string | null
  /** Of the picture itself, whenever it changes. */
  readonly onSize?: (size: { readonly width: number; readonly height: number }) => void
}

export function TrackVideo({ track, className, label, onSize }: TrackVideoProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null)
  const [upright, setUpright] = useState(false)
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [track])
  return (
    <video
      ref={video}
      className={`${className ?? ''} ${upright ? 'is-upright' : ''}`}
      onResize={({ currentTarget: { videoWidth: width, videoHeight: height } }) => {
        setUpright(height > width)
        onSize?.({ width, height })
      }}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      aria-label={label ?? undefined}
      aria-hidden={label === null || undefined}
    />
  )
}
