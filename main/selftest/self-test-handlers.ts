// Owns answering the page's commands about the self-test.
import type { CommandName } from '../../shared/ipc/contract'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc-dispatch'
import type { SelfTestController } from './self-test-controller'

export type SelfTestHandlers = Pick<Handlers, `selftest.${string}` & CommandName>

const DONE = ok(undefined)

export const createSelfTestHandlers = (test: SelfTestController): SelfTestHandlers => ({
  'selftest.read': () => ok(test.read()),
  'selftest.begin': () => ok({ refused: test.begin() }),
  'selftest.cancel': () => {
    test.cancel()
    return DONE
  },
  'selftest.notSent': ({ value, why }) => {
    test.notSent(value, why)
    return DONE
  },
  'selftest.returned': ({ value }) => {
    test.returned(value)
    return DONE
  },
})
