// Owns the words in which a call that rings is known here: who has it, and what is to become of it.
import type { RingOrigin } from '../../shared/model/kept-ring'
import type { Ring } from '../../shared/model/ring'
import type { VerbOf } from '../../shared/model/verbs'

export type Answer = VerbOf<'accept' | 'decline'>
export type RingAnswer = Answer & { readonly callId: string }

/** The window is loaded and on its server by then, or whoever was accepted waits in vain (issue 6, part 2). */
export const ACCEPT_WAITS_MS = 5_000

export type RingStage =
  | { readonly is: 'rings' }
  /** The page was asked for it, and hasn't said yet that it rings no more. */
  | { readonly is: 'answered'; readonly answer: Answer }
  /** Its page was lost. `inCall`: another call was on there. */
  | { readonly is: 'lost'; readonly inCall: boolean }
  | { readonly is: 'lost-answered'; readonly answer: Answer; readonly byMs: number }
  /** Rings no more; its caller is told by the next page. */
  | { readonly is: 'lost-over' }

export interface RingEntry {
  readonly ring: Ring
  /** null: a page after this one couldn't reach the caller. */
  readonly origin: RingOrigin | null
  /** Monotonic. */
  readonly sinceMs: number
  /** Where its page is lost, it rings until then at most. */
  readonly untilMs: number
  readonly losses: number
  readonly stage: RingStage
}

export const isLost = ({ stage }: RingEntry): boolean => stage.is.startsWith('lost')
