// Owns that each request for a capture is settled exactly once: answered, timed out, cancelled, or its page gone.
import type { Asker } from '../ipc-dispatch'
import { kindOfError, type Log } from '../log/log'

export type ChosenSource = { readonly id: string; readonly name: string }
export type Grant = { readonly video: ChosenSource; readonly sound: boolean }
/** null refuses. Called once; may throw where the frame is gone. */
export type AnswerCapture = (grant: Grant | null) => void
export type Ending = 'cancelled' | 'timed-out' | 'left' | 'failed'

export interface OpenRequest {
  /** Harmless where it is settled already. */
  grant(grant: Grant): void
  end(why: Ending): void
}

export interface OpenRequests {
  begin(asker: Asker, answer: AnswerCapture): OpenRequest
  endAll(asker: Asker, why: Ending): void
}

export type OpenRequestParts = {
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
}

/** Only the system's own dialogue takes time: a person who hasn't chosen by then has gone away. */
export const REQUEST_LASTS_MS = 60_000

export function createOpenRequests({ after, log }: OpenRequestParts): OpenRequests {
  const open = new Map<OpenRequest, Asker>()

  function begin(asker: Asker, answer: AnswerCapture): OpenRequest {
    const settle = (outcome: Ending | 'granted', grant: Grant | null): void => {
      if (!open.delete(request)) return
      stopTimer()
      giveAnswer(answer, { grant, outcome }, log)
    }
    const request: OpenRequest = {
      grant: (grant) => settle('granted', grant),
      end: (why) => settle(why, null),
    }
    const stopTimer = after(REQUEST_LASTS_MS, () => request.end('timed-out'))
    open.set(request, asker)
    return request
  }

  return {
    begin,
    endAll(asker, why) {
      const own = [...open].filter(([, whose]) => whose === asker)
      for (const [request] of own) request.end(why)
    },
  }
}

export type CaptureAnswer = { readonly grant: Grant | null; readonly outcome: string }

export function giveAnswer(answer: AnswerCapture, { grant, outcome }: CaptureAnswer, log: Log): void {
  log.info('capture settled', { outcome })
  try {
    answer(grant)
  } catch (error) {
    // Electron throws where the frame that asked is gone by now: there is nobody to tell.
    log.info('capture answered nobody', { why: kindOfError(error) })
  }
}
