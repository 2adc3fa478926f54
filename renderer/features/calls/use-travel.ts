// Owns the way of a box from where it was to where its layout puts it now. Layout moves it at once; the way is drawn after that.
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** It travels when `place` changes; null while it is held, and where it is let go it travels from. */
export function useTravel(box: RefObject<HTMLElement | null>, place: string | null): void {
  const was = useRef<{ readonly place: string | null; readonly rect: DOMRect } | null>(null)
  const way = useRef<Animation | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    // On its way its box is where it is drawn, so a change of mind begins there.
    const drawn = way.current?.playState === 'running' ? element.getBoundingClientRect() : null
    const before = was.current
    if (before?.place !== place || place === null) way.current?.cancel()
    const rect = element.getBoundingClientRect()
    was.current = { place, rect }
    if (!before || place === null || before.place === place) return
    way.current = travel(element, drawn ?? before.rect, rect)
  })
}

function travel(element: HTMLElement, from: DOMRect, to: DOMRect): Animation | null {
  const [x, y] = [from.x - to.x, from.y - to.y]
  if (x === 0 && y === 0) return null
  const style = getComputedStyle(element)
  return element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
    duration: Number.parseFloat(style.getPropertyValue('--t-base')),
    easing: style.getPropertyValue('--ease-move').trim(),
  })
}
