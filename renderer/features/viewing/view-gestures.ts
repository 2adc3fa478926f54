// Owns what mouse, fingers and pen do over a shared picture: turn, drag, pinch, press twice.
import type { Point } from './view-geometry'
import type { ViewControl } from './view-store'
import { wheelMeaning } from './wheel-rules'

type Gestures = Pick<ViewControl, 'panBy' | 'zoomBy' | 'toggle'>

/** Returns its undo. */
export function watchGestures(area: HTMLElement, view: Gestures): () => void {
  const listeners = new AbortController()
  const { signal } = listeners
  const touches = new Map<number, Point>()

  const inArea = ({ clientX, clientY }: MouseEvent): Point => {
    const box = area.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }

  function onMove(event: PointerEvent): void {
    const before = touches.get(event.pointerId)
    if (!before) return
    const now = inArea(event)
    const still = [...touches].find(([id]) => id !== event.pointerId)?.[1]
    touches.set(event.pointerId, now)
    if (!still) view.panBy({ x: now.x - before.x, y: now.y - before.y })
    else pinch(view, still, before, now)
  }

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || touches.size >= 2) return
    area.setPointerCapture(event.pointerId)
    touches.set(event.pointerId, inArea(event))
  }
  const onEnd = (event: PointerEvent): void => void touches.delete(event.pointerId)
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault() // with Ctrl it would zoom the whole page
    const meaning = wheelMeaning(turnOf(event))
    if (meaning.is === 'zoom') view.zoomBy(meaning.factor, inArea(event))
    else view.panBy(meaning.by)
  }

  area.addEventListener('wheel', onWheel, { signal, passive: false })
  area.addEventListener('pointerdown', onDown, { signal })
  area.addEventListener('pointermove', onMove, { signal })
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    area.addEventListener(end, onEnd, { signal })
  }
  area.addEventListener('dblclick', (event) => view.toggle(inArea(event)), { signal })
  return () => listeners.abort()
}

/** One finger moved while the other stood still: the middle moves half as far, the distance by its share. */
function pinch(view: Gestures, still: Point, before: Point, now: Point): void {
  const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
  const [was, is] = [distance(still, before), distance(still, now)]
  const middle = { x: (still.x + now.x) / 2, y: (still.y + now.y) / 2 }
  view.panBy({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 })
  if (was > 0 && is > 0) view.zoomBy(is / was, middle)
}

function turnOf(event: WheelEvent) {
  const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = event
  const wheelDeltaY = 'wheelDeltaY' in event && typeof event.wheelDeltaY === 'number' ? event.wheelDeltaY : 0
  return { deltaX, deltaY, deltaMode, wheelDeltaY, ctrlKey, metaKey, shiftKey }
}
