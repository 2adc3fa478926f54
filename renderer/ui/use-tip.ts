// Owns when a tooltip shows: after a moment under the pointer, at once beside another one, or when a key brought the focus.
import { useEffect, useState } from 'react'
import { tipOf, type ShownTip } from './tip'

const DELAY_MS = 500
/** Within this after one was hidden the next shows at once: somebody is looking along a row. */
const LINGER_MS = 400

export function useTip(): ShownTip | null {
  const [tip, setTip] = useState<ShownTip | null>(null)
  useEffect(() => watchTips(setTip), [])
  useGoneAnchor(tip, () => setTip(null))
  return tip
}

/** Returns its undo. */
function watchTips(show: (tip: ShownTip | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = false
  let hiddenAtMs = Number.NEGATIVE_INFINITY
  const open = (tip: ShownTip) => {
    shown = true
    show(tip)
  }
  const hide = () => {
    clearTimeout(timer)
    if (shown) hiddenAtMs = performance.now()
    shown = false
    show(null)
  }
  const openSoon = (tip: ShownTip) => {
    clearTimeout(timer)
    if (shown || performance.now() - hiddenAtMs < LINGER_MS) open(tip)
    else timer = setTimeout(open, DELAY_MS, tip)
  }
  const onOver = (event: PointerEvent) => {
    const tip = event.pointerType === 'touch' ? null : tipOf(event.target)
    if (tip && !tip.anchor.contains(asNode(event.relatedTarget))) openSoon(tip)
  }
  const onOut = (event: PointerEvent) => {
    const tip = tipOf(event.target)
    if (tip && !tip.anchor.contains(asNode(event.relatedTarget))) hide()
  }
  const onFocus = (event: FocusEvent) => {
    const tip = tipOf(event.target)
    if (tip?.anchor.matches(':focus-visible')) open(tip)
  }
  // The pointer may have come before this was loaded.
  const under = tipOf([...document.querySelectorAll(':hover')].pop() ?? null)
  if (under) openSoon(under)
  const listeners = new AbortController()
  const options = { signal: listeners.signal, capture: true }
  document.addEventListener('pointerover', onOver, options)
  document.addEventListener('pointerout', onOut, options)
  document.addEventListener('focusin', onFocus, options)
  for (const end of ['focusout', 'pointerdown', 'keydown', 'wheel'] as const) {
    document.addEventListener(end, hide, { ...options, passive: true })
  }
  return () => {
    clearTimeout(timer)
    listeners.abort()
  }
}

function asNode(target: EventTarget | null): Node | null {
  return target instanceof Node ? target : null
}

/** A control that leaves the page under a still pointer sends no event. */
function useGoneAnchor(tip: ShownTip | null, onGone: () => void): void {
  useEffect(() => {
    if (!tip) return
    const observer = new MutationObserver(() => {
      if (!tip.anchor.isConnected) onGone()
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  })
}
