// Owns the commands of sharing: which part of main/share answers which.
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc-dispatch'
import type { CommandName } from '../../shared/ipc/contract'

export type ShareHandlers = Pick<Handlers, `${'share' | 'bar'}.${string}` & CommandName>

export function createShareHandlers(): ShareHandlers {
  const notYet = () => fail('not-supported-here')
  return {
    'share.abilities': notYet,
    'share.openPicker': notYet,
    'share.closePicker': notYet,
    'share.choose': notYet,
    'share.show': notYet,
    'share.openSystemSettings': notYet,
    'bar.read': () => ok(null),
    'bar.press': notYet,
  }
}
