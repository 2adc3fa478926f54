// Owns whether quitting asks first: during a call, once, and never twice at the same time.
// The question itself is handed in.

export interface QuitQuestion {
  setInCall(active: boolean): void
  /** True: quit now. False: not yet, and `quit` is called later if the person wants to hang up. */
  mayQuit(): boolean
  /** The system ends the session, or a signal came: no question any more. */
  waive(): void
}

export type QuitQuestionOptions = {
  /** True: hang up and quit. */
  readonly ask: () => Promise<boolean>
  readonly quit: () => void
}

export function createQuitQuestion({ ask, quit }: QuitQuestionOptions): QuitQuestion {
  let inCall = false
  let waived = false
  let asking = false

  async function askOnce(): Promise<void> {
    asking = true
    try {
      waived = await ask()
    } finally {
      asking = false
    }
    if (waived) quit()
  }

  return {
    setInCall: (active) => (inCall = active),
    mayQuit() {
      if (waived || !inCall) return true
      if (!asking) void askOnce()
      return false
    },
    waive: () => (waived = true),
  }
}
