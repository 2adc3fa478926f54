// Owns what the screens read about "Ring me in 10 seconds". Main, which runs it, has the truth.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_SELF_TEST, type SelfTest, type TestRefusal } from '../../../shared/model/self-test'

export interface SelfTestState {
  readonly test: SelfTest
  /** Monotonic: when it rings; null while it isn't counting down. */
  readonly ringsAtMs: number | null
  /** Why it didn't begin when it was last asked to. */
  readonly refused: TestRefusal | null
}

export type SelfTestStore = StoreApi<SelfTestState>
export const createSelfTestStore = (): SelfTestStore =>
  createStore<SelfTestState>(() => ({ test: NO_SELF_TEST, ringsAtMs: null, refused: null }))

export interface SelfTestCommands {
  begin(): void
  cancel(): void
}
