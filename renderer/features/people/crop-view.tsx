// Owns showing the square that is chosen, and moving it: drag, wheel, arrow keys, + and −, and a slider for the zoom.
import {
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type RefObject,
} from 'react'
import { peopleWords } from '../../../shared/text/en-people'
import { MAX_ZOOM, ZOOM_STEP, cropByKey, moved, squareOf, zoomed, type Crop } from './crop-rules'
import type { DecodedPicture } from './picture-tools'

interface CropViewProps {
  readonly picture: DecodedPicture
  readonly crop: Crop
  readonly onChange: (crop: Crop) => void
}

/** In device pixels, for a view of half of it. */
const VIEW_PX = 400

export function CropView({ picture, crop, onChange }: CropViewProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  const hintId = useId()
  const words = peopleWords.picture
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) picture.draw(context, squareOf(picture, crop), VIEW_PX)
  }, [picture, crop])
  useWheel(canvas, (out) => onChange(zoomed(picture, crop, crop.zoom + (out ? -ZOOM_STEP : ZOOM_STEP))))
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cropByKey(picture, crop, event.key)
    if (!next) return
    event.preventDefault()
    onChange(next)
  }
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { width } = event.currentTarget.getBoundingClientRect()
    onChange(moved(picture, crop, -event.movementX / width, -event.movementY / width))
  }
  return (
    <>
      <div
        className="crop-frame"
        role="group"
        aria-label={words.square}
        aria-describedby={hintId}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <canvas
          ref={canvas}
          width={VIEW_PX}
          height={VIEW_PX}
          aria-hidden="true"
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
        />
      </div>
      <label className="crop-zoom">
        <span>{words.zoom}</span>
        <input
          type="range"
          min={1}
          max={MAX_ZOOM}
          step={ZOOM_STEP}
          value={crop.zoom}
          onChange={(event) => onChange(zoomed(picture, crop, Number(event.target.value)))}
        />
      </label>
      <p className="small muted" id={hintId}>
        {words.hint}
      </p>
    </>
  )
}

/** React's own wheel listener can't keep the page from scrolling. */
function useWheel(canvas: RefObject<HTMLCanvasElement | null>, onWheel: (out: boolean) => void): void {
  const latest = useRef(onWheel)
  useEffect(() => {
    latest.current = onWheel
  })
  useEffect(() => {
    const element = canvas.current
    const listener = (event: WheelEvent): void => {
      event.preventDefault()
      latest.current(event.deltaY > 0)
    }
    element?.addEventListener('wheel', listener, { passive: false })
    return () => element?.removeEventListener('wheel', listener)
  }, [canvas])
}
