// Owns one's own picture in a call: small, mirrored, dragged or moved by arrow keys, snapping to the four corners.
import { MicOff } from 'lucide-react'
import {
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { text } from '../../../shared/text/en'
import { TrackVideo } from '../../ui/track-video'
import { cornerByKey, nearestCorner, type Corner, type Point } from './choose-corner'
import { useTravel } from './use-travel'

interface SelfPictureProps {
  readonly track: MediaStreamTrack
  readonly muted: boolean
  /** An open panel takes the right side: the layout moves the picture, which travels. */
  readonly makeRoom: boolean
  readonly ring: ReactNode
}

interface Drag {
  readonly from: Point
  readonly by: Point
}

export function SelfPicture({ track, muted, makeRoom, ring }: SelfPictureProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const [corner, setCorner] = useState<Corner>('bottom-right')
  const [drag, setDrag] = useState<Drag | null>(null)
  useTravel(box, drag ? null : `${corner} ${String(makeRoom)}`)
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    box.current?.setPointerCapture(event.pointerId)
    setDrag({ from: { x: event.clientX, y: event.clientY }, by: { x: 0, y: 0 } })
  }
  const onPointerMove = (event: PointerEvent) => {
    if (drag) setDrag({ ...drag, by: { x: event.clientX - drag.from.x, y: event.clientY - drag.from.y } })
  }
  const onPointerEnd = () => {
    const place = box.current?.getBoundingClientRect()
    if (drag && place) setCorner(cornerOf(place))
    setDrag(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cornerByKey(corner, event.key)
    if (next === null) return
    event.preventDefault()
    setCorner(next)
  }
  return (
    <div
      ref={box}
      className={`self at-${corner} ${drag ? 'is-dragged' : ''}`}
      style={drag ? { translate: `${drag.by.x}px ${drag.by.y}px` } : {}}
      role="group"
      aria-label={text.call.ownPicture}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
    >
      <TrackVideo track={track} className="mirrored" label={null} />
      {ring}
      {muted && (
        <span className="badge">
          <MicOff />
          {text.call.youMuted}
        </span>
      )}
    </div>
  )
}

function cornerOf(place: DOMRect): Corner {
  const centre = { x: place.x + place.width / 2, y: place.y + place.height / 2 }
  return nearestCorner(centre, { width: window.innerWidth, height: window.innerHeight })
}
