// Owns finding the window that a program opened in place of the one that was shared: same program, same title, not long
// after. Which windows there are and what they are called is read by x11-window.ts. Pure but for the clock it is handed.

export type Named = { readonly program: string; readonly title: string }

export interface Successors {
  /** All windows that there are now, as often as that changes. */
  listed(windows: readonly number[]): void
  /** The shared window is gone. From now on windows are looked at. */
  lost(named: Named): void
  /** Windows that may be the one, newest last: their names are to be read. */
  candidates(): readonly number[]
  /** Whether this is the one. */
  isTheOne(named: Named): boolean
  isOver(): boolean
}

/** Some programs open the new one before they close the old one. */
const BEFORE_MS = 5_000
const WITHIN_MS = 600_000
/** The newest: a flood of windows is not a successor. */
const MOST = 20
const MOST_KNOWN = 2_000

export function createSuccessors(nowMs: () => number): Successors {
  let seenAt = new Map<number, number>()
  let isFirst = true
  let loss: { readonly at: number; readonly named: Named } | null = null
  return {
    listed(windows) {
      const at = isFirst ? -Infinity : nowMs()
      isFirst = false
      seenAt = new Map(windows.slice(-MOST_KNOWN).map((window) => [window, seenAt.get(window) ?? at]))
    },
    lost(named) {
      loss ??= { at: nowMs(), named }
    },
    candidates() {
      const from = loss === null ? Infinity : loss.at - BEFORE_MS
      return [...seenAt].flatMap(([window, at]) => (at >= from ? [window] : [])).slice(-MOST)
    },
    isTheOne: ({ program, title }) =>
      loss !== null && program !== '' && program === loss.named.program && title === loss.named.title,
    isOver: () => loss !== null && nowMs() - loss.at > WITHIN_MS,
  }
}
