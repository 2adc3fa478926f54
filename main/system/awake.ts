// Owns keeping the machine awake during a call, and letting it sleep again in every way a call can go.
// The blocker is handed in; powerSaveBlocker has this shape.

export interface PowerBlocker {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number
  stop(id: number): void
}

export interface Awake {
  /** A picture keeps the display on, sound alone only the machine. */
  set(call: { readonly active: boolean; readonly video: boolean }): void
}

export function createAwake(blocker: PowerBlocker): Awake {
  let held: { readonly id: number; readonly video: boolean } | null = null
  return {
    set({ active, video }) {
      if (held && active && held.video === video) return
      // The new one first, so that there is no moment without.
      const next = active
        ? { id: blocker.start(video ? 'prevent-display-sleep' : 'prevent-app-suspension'), video }
        : null
      if (held) blocker.stop(held.id)
      held = next
    },
  }
}
