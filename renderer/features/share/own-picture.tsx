// Owns the presenter's small look at what is sent. A picture a second tells that it is the right window; more would cost the
// presenter what sharing itself costs.
import { useEffect, useRef, type ReactElement } from 'react'
import type { Clock } from '../../platform/clock'
import { playStills } from '../../rtc/still-playback'

interface OwnPictureProps {
  readonly track: MediaStreamTrack
  readonly clock: Clock
  /** What it shows. */
  readonly label: string
}

export function OwnPicture({ track, clock, label }: OwnPictureProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = new MediaStream([track])
    const stop = playStills(element, { clock, isHidden: () => document.hidden })
    return () => {
      stop()
      element.srcObject = null
    }
  }, [track, clock])
  return <video ref={video} muted playsInline disablePictureInPicture aria-label={label} />
}
