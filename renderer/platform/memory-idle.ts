// Owns what the in-memory host doesn't do: nothing rings outside the page, and no server wants a join code.
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/result'

type IdleCommand = `${'rings' | 'ringwindow' | 'status' | 'join'}.${string}` & CommandName
type IdleHandlers = { readonly [N in IdleCommand]: (input: CommandInput<N>) => Result<CommandOutput<N>> }

const nothing = (): Result<undefined> => ok(undefined)

export const IDLE_HANDLERS: IdleHandlers = {
  'rings.tell': nothing,
  'rings.takeLost': () => ok([]),
  'rings.silence': nothing,
  'status.tell': nothing,
  'ringwindow.read': () => ok(null),
  'ringwindow.press': nothing,
  'ringwindow.heard': nothing,
  'ringwindow.toneFailed': nothing,
  'ringwindow.fit': nothing,
  'join.keep': nothing,
  'join.prove': () => ok({ proof: null }),
}
