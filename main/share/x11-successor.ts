// Owns finding the window that a program opened in place of the one that was shared: same program, made not long after. One
// of the same title is it; one of another title may be, and whoever is asked reads that title. Which windows there are and
// what they are called is read by x11-window.ts. Pure but for the clock it is handed.

export type Named = {
  readonly program: string
  readonly title: string
  /** A window of its own, no dialogue or palette of one. */
  readonly isMain: boolean
}
export type Candidate = Named & { readonly window: number }

export interface Successors {
  /** All windows that there are now, as often as that changes. */
  listed(windows: readonly number[]): void
  /** The shared window is gone. From now on windows are looked at, also a new one that got its number. */
  lost(named: Pick<Named, 'program' | 'title'>, window: number): void
  /** Windows that may be the one, newest last: their names are to be read. */
  candidates(): readonly number[]
  /** Which of these is the one; `window` of each is a candidate. */
  choose(named: readonly Candidate[]): Candidate | null
  isOver(): boolean
}

/** Some programs open the new one before they close the old one. */
const BEFORE_MS = 5_000
const WITHIN_MS = 600_000
/** The newest: a flood of windows is not a successor. */
const MOST = 20
const MOST_KNOWN = 2_000

type Loss = { readonly at: number; readonly program: string; readonly title: string }

export function createSuccessors(nowMs: () => number): Successors {
  let seenAt = new Map<number, number>()
  let isFirst = true
  let isFirstSinceLoss = true
  let loss: Loss | null = null
  function arrivedAt(): number {
    if (isFirst) return -Infinity
    // The list comes a moment late: what it has new right after a loss may have been there before.
    return loss !== null && isFirstSinceLoss ? loss.at - 1 : nowMs()
  }
  const isSameProgram = ({ program }: Named): boolean => program !== '' && program === loss?.program
  /** Under another title only what was made after: what stood beside it before is something else. */
  const isNew = ({ window, title, isMain }: Candidate): boolean =>
    loss !== null && isMain && title !== '' && (seenAt.get(window) ?? -Infinity) >= loss.at
  return {
    listed(windows) {
      const at = arrivedAt()
      isFirst = false
      if (loss !== null) isFirstSinceLoss = false
      seenAt = new Map(windows.slice(-MOST_KNOWN).map((window) => [window, seenAt.get(window) ?? at]))
    },
    lost({ program, title }, window) {
      loss ??= { at: nowMs(), program, title }
      seenAt.delete(window)
    },
    candidates() {
      const from = loss === null ? Infinity : loss.at - BEFORE_MS
      return [...seenAt].flatMap(([window, at]) => (at >= from ? [window] : [])).slice(-MOST)
    },
    choose(named) {
      const newest = named.filter(isSameProgram).reverse()
      return newest.find(({ title }) => title === loss?.title) ?? newest.find(isNew) ?? null
    },
    isOver: () => loss !== null && nowMs() - loss.at > WITHIN_MS,
  }
}
