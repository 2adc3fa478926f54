// Owns a host in tests: answers what a test gives it, remembers what was asked, and tells of changes when told to.
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EventName,
  EventPayload,
} from '../../../shared/ipc/contract'
import { fail, type Result } from '../../../shared/result'
import { createEmitter, type Emitter } from '../../lib/emitter'
import type { Desktop } from '../desktop'

type Answers = {
  readonly [N in CommandName]?: (
    input: CommandInput<N>,
  ) => Result<CommandOutput<N>> | Promise<Result<CommandOutput<N>>>
}

export interface FakeDesktop extends Desktop {
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** The inputs of every call of that command, in order. */
  asked(name: CommandName): readonly unknown[]
}

/** What has no answer is `not-supported-here`. */
export function createFakeDesktop(answers: Answers = {}): FakeDesktop {
  const calls: { readonly name: CommandName; readonly input: unknown }[] = []
  const emitters: { [N in EventName]?: Emitter<EventPayload<N>> } = {}

  function emitter<N extends EventName>(name: N): Emitter<EventPayload<N>> {
    const known: Emitter<EventPayload<N>> | undefined = emitters[name]
    if (known) return known
    const made = createEmitter<EventPayload<N>>()
    Object.assign(emitters, { [name]: made })
    return made
  }

  return {
    async call(name, ...input) {
      calls.push({ name, input: input[0] })
      const answer = answers[name]
      // The type of the input follows from the name, as it does for a caller.
      return answer ? answer(input[0] as CommandInput<typeof name>) : fail('not-supported-here')
    },
    on: (name, listener) => emitter(name).on(listener),
    emit: (name, payload) => emitter(name).emit(payload),
    asked: (name) => calls.filter((call) => call.name === name).map((call) => call.input),
  }
}
