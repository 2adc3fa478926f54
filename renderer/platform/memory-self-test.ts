// Owns the self-test in the in-memory host: it only begins to count, and tests and pictures go on from there.
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract'
import { COUNT_DOWN_MS, NO_SELF_TEST, type SelfTest } from '../../shared/model/self-test'
import { ok, type Result } from '../../shared/result'
import type { HostEvents } from './host-events'

type SelfTestCommand = `selftest.${string}` & CommandName
type Handlers = { readonly [N in SelfTestCommand]: (input: CommandInput<N>) => Result<CommandOutput<N>> }

const nothing = (): Result<undefined> => ok(undefined)

interface Documents {
  readonly read: () => { readonly selfTest: SelfTest }
  readonly change: (change: { readonly selfTest: SelfTest }) => void
  readonly events: Pick<HostEvents, 'selftest.changed'>
}

export function memorySelfTest({ read, change, events }: Documents): Handlers {
  const set = (selfTest: SelfTest): void => {
    change({ selfTest })
    events['selftest.changed'].emit(selfTest)
  }
  return {
    'selftest.read': () => ok(read().selfTest),
    'selftest.begin': () => {
      set({ is: 'counting', leftMs: COUNT_DOWN_MS })
      return ok({ refused: null })
    },
    'selftest.cancel': () => {
      set(NO_SELF_TEST)
      return ok(undefined)
    },
    'selftest.notSent': nothing,
    'selftest.returned': nothing,
  }
}
