// Owns whether closing the window asks first: during a call, once, and never twice at the same time.
// The question itself is handed in.

export interface CloseQuestion {
  setInCall(active: boolean): void
  /** True: let it close now. False: it stays, and `close` is called later if the person wants to hang up. */
  mayClose(): boolean
  /** The system ends the session, or a signal came: no question any more. */
  waive(): void
}

export type CloseQuestionOptions = {
  /** True: hang up and close. */
  readonly ask: () => Promise<boolean>
  readonly close: () => void
}

export function createCloseQuestion({ ask, close }: CloseQuestionOptions): CloseQuestion {
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
    if (waived) close()
  }

  return {
    setInCall: (active) => (inCall = active),
    mayClose() {
      if (waived || !inCall) return true
      if (!asking) void askOnce()
      return false
    },
    waive: () => (waived = true),
  }
}
