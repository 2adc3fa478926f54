// Owns the type of what preload exposes, and with it what every host of the renderer offers.
import type { Result } from '../result'
import type { CommandInput, CommandName, CommandOutput, EventName, EventPayload } from './contract'

/** A command without input takes no second argument. */
type Input<N extends CommandName> = CommandInput<N> extends undefined ? [] : [input: CommandInput<N>]

export interface Desktop {
  /** Never rejects: what goes wrong is a Result with a code. */
  call<N extends CommandName>(name: N, ...input: Input<N>): Promise<Result<CommandOutput<N>>>
  /** Returns its undo; undoing twice is harmless. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}
