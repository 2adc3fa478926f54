// Owns what can be pressed in the ring window, and what each asks of main. Pure.
import type { Verb } from '../../shared/model/verbs'

export type RingPress =
  | { readonly is: 'accept'; readonly video: boolean }
  | { readonly is: 'decline'; readonly message?: string }
  | { readonly is: 'silence' }
  /** Within the window: the messages, and back to the answers. */
  | { readonly is: 'choose-message' }
  | { readonly is: 'back' }

/** null: main isn't asked. Each names its call: one that has just ended must not answer the next. */
export function verbOf(press: RingPress, callId: string): Verb | null {
  switch (press.is) {
    case 'accept':
      return { verb: 'accept', callId, video: press.video }
    case 'decline':
      return { verb: 'decline', callId, ...(press.message === undefined ? {} : { message: press.message }) }
    case 'silence':
      return { verb: 'silence', callId }
    case 'choose-message':
    case 'back':
      return null
  }
}
