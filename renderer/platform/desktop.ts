// Owns the way from the renderer to its host. The only reader of window.desktop; other hosts are guest-desktop.ts and
// memory-desktop.ts.
import { fromWire } from '../../shared/ipc/as-text'
import type { CommandName, CommandOutput, EventName, EventPayload } from '../../shared/ipc/contract'
import type { Desktop } from '../../shared/ipc/desktop-api'
import { ok, type Result } from '../../shared/result'

export type { Desktop } from '../../shared/ipc/desktop-api'

/** What preload passes on: as main sent it, long documents as text. */
interface Exposed {
  call(name: CommandName, ...input: readonly unknown[]): Promise<Result<unknown>>
  on(name: EventName, listener: (payload: unknown) => void): () => void
}

declare global {
  interface Window {
    /** Set by preload in Electron, absent in a browser. */
    readonly desktop?: Exposed
  }
}

export function electronDesktop(): Desktop | null {
  return window.desktop ? readingText(window.desktop) : null
}

/** The types are the contract's: main's handlers don't compile with others. */
function readingText(exposed: Exposed): Desktop {
  return {
    async call<N extends CommandName>(name: N, ...input: readonly unknown[]) {
      const answer = await exposed.call(name, ...input)
      return answer.ok ? ok(fromWire(name, answer.value) as CommandOutput<N>) : answer
    },
    on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
      exposed.on(name, (carried) => listener(fromWire(name, carried) as EventPayload<N>)),
  }
}
