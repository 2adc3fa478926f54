// Owns what two people in a call tell each other beyond the call itself: what is shown, how it is seen, and texts.
import type {
  CallMessage,
  CallMessageContent,
  CallMessageOf,
  SharedScreen,
} from '../../../shared/protocol/call-messages'
import { cleanName } from '../../lib/clean-name'

export type Said = CallMessageOf<'seen' | 'text' | 'text-received'>
export interface SaidInCall {
  readonly callId: string
  readonly message: Said
}

/** What may be said over the channel. */
export type SaidContent = Extract<CallMessageContent, { t: Said['t'] }>

export function isSaid<M extends CallMessage>(message: M): message is Extract<M, Said> {
  return message.t === 'seen' || message.t === 'text' || message.t === 'text-received'
}

/** A side that shows its screen says which; one that doesn't say so shows nothing. */
export function shownScreen({ screen, share }: CallMessageOf<'state'>): SharedScreen | null {
  return screen === 'on' && share ? { ...share, title: cleanName(share.title) } : null
}
