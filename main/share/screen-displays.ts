// Owns which display a screen source is: only a look at the sources tells, and the bar and the border need it later.

export interface ScreenDisplays {
  readonly saw: (sourceId: string, displayId: string) => void
  /** Of those that there are now; null where nothing tells. */
  readonly find: <D extends { readonly id: number }>(sourceId: string, displays: readonly D[]) => D | null
}

/** `displayIds`: those that there are now. Some systems name displays otherwise among the sources, which tells nothing. */
export function createScreenDisplays(displayIds: () => readonly number[]): ScreenDisplays {
  const known = new Map<string, string>()
  return {
    saw(sourceId, displayId) {
      if (displayIds().some((id) => String(id) === displayId)) known.set(sourceId, displayId)
    },
    find(sourceId, displays) {
      const id = known.get(sourceId)
      // One that was known and isn't there any more is no other.
      if (id !== undefined) return displays.find((display) => String(display.id) === id) ?? null
      return displays.length === 1 ? (displays[0] ?? null) : null
    },
  }
}
