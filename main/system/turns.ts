// Owns doing things one at a time, in the order they were asked for.

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    // Whoever asked gets the error; the next one still has its turn.
    last = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
