// Owns drawing what the other side shows: its last real picture, where geometry puts it; large with all gestures, or as a tile.
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { FIT, canPan, place, snapped } from './view-geometry'
import { watchGestures } from './view-gestures'
import type { ViewControl } from './view-store'
import './viewing.css'

interface SharedPictureProps {
  /** Real frames only; null until the browser made it. */
  readonly track: MediaStreamTrack | null
  readonly video: RefObject<HTMLVideoElement | null>
  readonly view: ViewControl
  /** As inside a sentence. */
  readonly name: string
  readonly what: string
  readonly asTile: boolean
  /** No picture has come, and there is no word on why. */
  readonly isAwaited: boolean
}

export function SharedPicture(props: SharedPictureProps): ReactElement {
  const { track, video, view, name, what, asTile, isAwaited } = props
  const area = useRef<HTMLDivElement>(null)
  const hand = useStore(view.store, (state) => state.view)
  const frame = useStore(view.store, (state) => state.frame)
  useArea(area, view)
  useTrack(video, track)
  useEffect(() => {
    const element = area.current
    return element && !asTile ? watchGestures(element, view) : undefined
  }, [view, asTile])
  const now = asTile ? FIT : hand
  const placed = frame && snapped(place(now, frame), frame)
  const movable = frame !== null && canPan(now, frame)
  const measure = ({ currentTarget }: { readonly currentTarget: HTMLVideoElement }) =>
    view.setPicture({ width: currentTarget.videoWidth, height: currentTarget.videoHeight })
  return (
    <div
      ref={area}
      className={`shared-area ${asTile ? 'is-tile' : ''} ${movable ? 'is-movable' : ''}`}
      role="group"
      aria-label={text.viewing.area(name)}
    >
      <video
        ref={video}
        className="shared-picture"
        style={
          placed
            ? { left: placed.left, top: placed.top, width: placed.width, height: placed.height }
            : { visibility: 'hidden' }
        }
        onLoadedMetadata={measure}
        onResize={measure}
        autoPlay
        muted
        playsInline
        disablePictureInPicture
        aria-label={text.viewing.picture(name, what)}
      />
      {!placed && isAwaited && (
        <p className="shared-wait" role="status">
          <span className="spin" aria-hidden="true" />
          {text.viewing.coming(name)}
        </p>
      )}
    </div>
  )
}

function useTrack(video: RefObject<HTMLVideoElement | null>, track: MediaStreamTrack | null): void {
  useEffect(() => {
    const element = video.current
    if (!element || !track) return
    element.srcObject = new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [video, track])
}

/** Also after a move to a screen of another density, of which only the window hears. */
function useArea(area: RefObject<HTMLElement | null>, view: ViewControl): void {
  useEffect(() => {
    const element = area.current
    if (!element) return
    const measure = () =>
      view.setArea({ width: element.clientWidth, height: element.clientHeight }, window.devicePixelRatio)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [area, view])
}
