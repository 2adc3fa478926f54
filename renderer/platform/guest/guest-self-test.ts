// Owns the self-test for a guest: there is none, since a page in a browser has nothing of a system to test.
import { NO_SELF_TEST, type SelfTest } from '../../../shared/model/self-test'
import { fail, ok, type Result } from '../../../shared/result'

const notHere = (): Promise<Result<never>> => Promise.resolve(fail('not-supported-here'))

export const GUEST_SELF_TEST = {
  'selftest.read': (): Promise<Result<SelfTest>> => Promise.resolve(ok(NO_SELF_TEST)),
  'selftest.begin': notHere,
  'selftest.cancel': notHere,
  'selftest.notSent': notHere,
  'selftest.returned': notHere,
} as const
