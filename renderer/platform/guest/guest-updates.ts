// Owns what a guest answers about newer versions: the server brings its page up to date.
import type { CommandName, CommandOutput } from '../../../shared/ipc/contract'
import { fail, ok, type Result } from '../../../shared/result'

type UpdateCommand = `updates.${string}` & CommandName
type GuestUpdates = { readonly [N in UpdateCommand]: () => Promise<Result<CommandOutput<N>>> }

export const GUEST_UPDATES: GuestUpdates = {
  'updates.read': () => Promise.resolve(ok({ is: 'off', why: 'guest' })),
  'updates.check': () => Promise.resolve(fail('not-supported-here')),
  'updates.restart': () => Promise.resolve(fail('not-supported-here')),
}
