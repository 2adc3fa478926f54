// Owns what happens to one command of a page: input checked by the contract, handler run, answer checked where asked.
// Which page may send is sender-rules.ts; Electron's side is ipc.ts.
import { COMMANDS, type CommandInput, type CommandName, type CommandOutput } from '../shared/ipc/contract'
import { fail, type Result } from '../shared/result'
import { createContractCheck } from './contract-check'
import { kindOfError, type Log } from './log/log'

type Answer<T> = Result<T> | Promise<Result<T>>

/** The page that asks: the id of its contents. Most commands answer everybody alike. */
export type Asker = number

/** One per command of the contract; a missing or wrong one doesn't compile. */
export type Handlers = {
  readonly [N in CommandName]: (input: CommandInput<N>, asker: Asker) => Answer<CommandOutput<N>>
}

export type DispatchOptions = {
  readonly handlers: Handlers
  /** In tests and while we develop: an answer that breaks the contract is a bug of ours. */
  readonly checkOutputs: boolean
  readonly log: Log
}

export type Dispatch = (name: CommandName, input: unknown, asker: Asker) => Promise<Result<unknown>>

export function createDispatch(options: DispatchOptions): Dispatch {
  const { handlers, checkOutputs, log } = options
  const isRight = createContractCheck()

  // Generic in the name, so that a handler gets exactly the input that its row has checked.
  async function run<N extends CommandName>(
    name: N,
    input: unknown,
    asker: Asker,
  ): Promise<Result<CommandOutput<N>>> {
    const checked = COMMANDS[name].input.safeParse(input)
    if (!checked.success) {
      log.error('command with bad input', { name })
      return fail('bad-input', checked.error.issues[0]?.path.join('.') ?? '')
    }
    // The table's types are lost through an index; the check above has just restored this one.
    const answer = await handlers[name](checked.data as CommandInput<N>, asker)
    if (checkOutputs && answer.ok && !isRight(COMMANDS[name].output, answer.value)) {
      log.error('answer breaks the contract', { name })
      return fail('internal', 'answer breaks the contract')
    }
    return answer
  }

  return async (name, input, asker) => {
    try {
      return await run(name, input, asker)
    } catch (error) {
      log.error('command failed', { name, why: kindOfError(error) })
      return fail('internal', kindOfError(error))
    }
  }
}
