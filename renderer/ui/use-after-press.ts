// Owns putting off what moves the page while a pointer is pressed: what leaves its place between press and release isn't clicked.
import { useCallback, useEffect, useRef } from 'react'

/** What it returns runs its argument at once, or once the press that has begun was released and clicked. */
export function useAfterPress(): (run: () => void) => void {
  const isPressed = useRef(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      isPressed.current = true
    }
    const end = () => {
      isPressed.current = false
      // The click comes right after the release, before any timer.
      timer = setTimeout(() => {
        for (const run of waiting.current.splice(0)) run()
      })
    }
    const listeners = new AbortController()
    const options = { signal: listeners.signal, capture: true }
    // Before the field that loses the focus hears of it.
    window.addEventListener('pointerdown', begin, options)
    window.addEventListener('pointerup', end, options)
    window.addEventListener('pointercancel', end, options)
    return () => {
      listeners.abort()
      clearTimeout(timer)
    }
  }, [])
  return useCallback((run) => {
    if (isPressed.current) waiting.current.push(run)
    else run()
  }, [])
}
