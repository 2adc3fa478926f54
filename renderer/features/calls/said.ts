// Owns what two people in a call tell each other beyond the call itself: what is shown, how it is seen, how the line is, texts.
import type {
  CallMessage,
  CallMessageContent,
  CallMessageOf,
  SharedScreen,
} from '../../../shared/protocol/call-messages'
import { cleanName } from '../../lib/clean-name'

export type Said = CallMessageOf<'seen' | 'line' | 'text' | 'text-received'>
export interface SaidInCall {
  readonly callId: string
  readonly message: Said
}

/** What may be said over the channel. */
export type SaidContent = Extract<CallMessageContent, { t: Said['t'] }>

const SAID: ReadonlySet<CallMessage['t']> = new Set<Said['t']>(['seen', 'line', 'text', 'text-received'])

export function isSaid<M extends CallMessage>(message: M): message is Extract<M, Said> {
  return SAID.has(message.t)
}

/** A side that shows its screen says which; one that doesn't say so shows nothing. */
export function shownScreen({ screen, share }: CallMessageOf<'state'>): SharedScreen | null {
  return screen === 'on' && share ? { ...share, title: cleanName(share.title) } : null
}
