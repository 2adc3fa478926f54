// Owns where a long list lies: what scrolls it, how far below that one's top it begins, and which row a key leads to.

const PAGE = 8

/** Null where the key doesn't move, or there is no further row. */
export function nextRow(key: string, at: number, count: number): number | null {
  const next = targetOf(key, at, count)
  const within = next === null ? at : Math.max(0, Math.min(count - 1, next))
  return within === at ? null : within
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + PAGE
    case 'PageUp':
      return at - PAGE
    default:
      return null
  }
}

/** The nearest element around that scrolls up and down; the page itself where there is none. */
export function scrollParentOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return element === null ? null : document.documentElement
}

/** Pixels between the scroller's first and the list's. */
export function measuredMargin(list: HTMLElement | null, scroller: HTMLElement | null): number {
  if (!list || !scroller) return 0
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  return Math.max(0, Math.round(top + scroller.scrollTop - scroller.clientTop))
}
