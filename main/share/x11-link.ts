// Owns that there is one connection to the X server at most, and only while somebody uses it.
import type { X11 } from './x11-connection'

export interface X11Link {
  /** Keeps the connection until its undo. `ready` comes at once or later, again after a loss; never after the undo. */
  hold(ready: (x11: X11) => void): () => void
}

export type X11LinkParts = {
  /** null: there is no X server to speak to. */
  readonly open: (lost: () => void) => Promise<X11 | null>
  readonly after: (ms: number, run: () => void) => () => void
}

/** The picker asks every few seconds; a connection costs more than keeping it that long. */
const LINGER_MS = 5_000
const AGAIN_MS = 10_000

type State =
  | { readonly is: 'none' }
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly x11: X11 }
  | { readonly is: 'failed' }

export function createX11Link({ open, after }: X11LinkParts): X11Link {
  const holders = new Set<(x11: X11) => void>()
  let state: State = { is: 'none' }
  let stopTimer = (): void => undefined

  async function connect(): Promise<void> {
    state = { is: 'opening' }
    const x11 = await open(tryAgain)
    if (x11 === null) return tryAgain()
    state = { is: 'open', x11 }
    if (holders.size === 0) return closeLater()
    for (const ready of [...holders]) ready(x11)
  }

  /** Also where opening failed: an X server that is gone takes this app with it, so this is rare. */
  function tryAgain(): void {
    state = { is: 'failed' }
    stopTimer()
    stopTimer = after(AGAIN_MS, () => {
      state = { is: 'none' }
      if (holders.size > 0) void connect()
    })
  }

  function closeLater(): void {
    stopTimer()
    stopTimer = after(LINGER_MS, () => {
      if (state.is !== 'open' || holders.size > 0) return
      state.x11.close()
      state = { is: 'none' }
    })
  }

  return {
    hold(ready) {
      holders.add(ready)
      if (state.is === 'open') ready(state.x11)
      else if (state.is === 'none') void connect()
      return () => {
        if (holders.delete(ready) && holders.size === 0 && state.is === 'open') closeLater()
      }
    },
  }
}
