// Owns what closing the main window does: Parley stays, so that it can be rung. In the tray where there is one, which is said
// once; minimised where there is none, since nothing would bring it back. Quitting is quit-question.ts.

export interface ClosingDeps {
  /** A tray shows us. */
  readonly hasTray: () => boolean
  readonly isExplained: () => boolean
  readonly explained: () => void
  /** Says it, and asks. True: quit instead. */
  readonly explain: () => Promise<boolean>
  readonly hide: () => void
  readonly minimise: () => void
  readonly quit: () => void
}

export interface Closing {
  /** From now on a close is one. */
  leave(): void
  /** True: let the window close. */
  mayClose(): boolean
}

export function createClosing(deps: ClosingDeps): Closing {
  let leaving = false
  let asking = false

  async function explainOnce(): Promise<void> {
    asking = true
    try {
      const quits = await deps.explain()
      deps.explained()
      if (quits) deps.quit()
      else deps.hide()
    } finally {
      asking = false
    }
  }

  return {
    leave: () => (leaving = true),
    mayClose() {
      if (leaving) return true
      if (!deps.hasTray()) deps.minimise()
      else if (deps.isExplained()) deps.hide()
      else if (!asking) void explainOnce()
      return false
    },
  }
}
