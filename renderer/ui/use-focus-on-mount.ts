// Owns moving the focus to a screen that has just taken over, so that it is read out and the old one's button isn't pressed.
import { useEffect, useRef, type RefObject } from 'react'

/** Give the element `tabIndex={-1}`. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return ref
}
