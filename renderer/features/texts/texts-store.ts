// Owns what the screens read about texts in the running call: kept in memory only, gone with the call.
import { createStore, type StoreApi } from 'zustand/vanilla'

export type TextState =
  | 'received'
  /** Ours, not confirmed yet; or there is no channel just now, and it waits. */
  | 'sending'
  /** The other side's app has it on its screen's list. */
  | 'delivered'
  /** The call ended, or the channel was gone too long. */
  | 'failed'

export interface TextLine {
  /** Unique in this call. */
  readonly key: string
  readonly mine: boolean
  /** Cleaned of control characters except line breaks. */
  readonly text: string
  /** Wall clock. */
  readonly at: number
  readonly state: TextState
}

export interface TextsState {
  /** Null: no call in which texts can be sent. */
  readonly callId: string | null
  /** Oldest first. */
  readonly lines: readonly TextLine[]
  /** Received and not seen yet. */
  readonly unseen: number
  /** The other side wrote more than is taken; what came too fast was dropped. */
  readonly flooded: boolean
}

export const NO_TEXTS: TextsState = { callId: null, lines: [], unseen: 0, flooded: false }

export type TextsStore = StoreApi<TextsState>
export const createTextsStore = (): TextsStore => createStore<TextsState>(() => NO_TEXTS)

export interface TextsCommands {
  /** False where it is empty or too long. */
  send(text: string): boolean
  retry(key: string): void
  /** The list is on the screen. */
  seen(): void
}
