// Owns noticing that nobody has moved, pressed or focused anything for a while.
import { useEffect, useState, type RefObject } from 'react'
import type { Timing } from './timing'

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/** `held` keeps it awake, as does the pointer or the keyboard's focus on something inside `controls`. */
export function useIdle(
  clock: Timing,
  ms: number,
  held: boolean,
  controls: RefObject<HTMLElement | null>,
): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let cancel: () => void = () => undefined
    const isBusy = () => {
      const root = controls.current
      return root !== null && (root.matches(':hover') || root.querySelector(':focus-visible') !== null)
    }
    const rest = () => {
      if (isBusy()) wake()
      else setIdle(true)
    }
    const wake = () => {
      cancel()
      setIdle(false)
      if (!held) cancel = clock.after(ms, rest)
    }
    wake()
    for (const sign of SIGNS) window.addEventListener(sign, wake)
    return () => {
      cancel()
      for (const sign of SIGNS) window.removeEventListener(sign, wake)
    }
  }, [clock, ms, held, controls])
  return idle
}
