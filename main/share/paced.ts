// Owns doing again what is asked for again and again: one at a time, with a pause, and never once too few.

export interface Paced {
  /** Runs it now, or once more after the one that runs. */
  readonly ask: () => void
  readonly end: () => void
}

type State = 'resting' | 'busy' | 'busy-asked' | 'ended'

export function createPaced(
  work: () => Promise<void>,
  pauseMs: number,
  after: (ms: number, run: () => void) => () => void,
): Paced {
  let state: State = 'resting'
  let stopPause = (): void => undefined

  function run(): void {
    state = 'busy'
    void work().then(() => {
      if (state !== 'ended') stopPause = after(pauseMs, rest)
    })
  }

  function rest(): void {
    if (state === 'busy-asked') run()
    else if (state === 'busy') state = 'resting'
  }

  return {
    ask() {
      if (state === 'resting') run()
      else if (state === 'busy') state = 'busy-asked'
    },
    end() {
      state = 'ended'
      stopPause()
    },
  }
}
