// Owns the questions that others ask of the calls store: does something ring, which call is on. Pure.
import type { CallsState, CallView } from './calls-store'

/** Ours that ring, oldest first. */
export const ringingCalls = (state: CallsState): readonly CallView[] =>
  state.calls.filter(({ direction, phase }) => direction === 'incoming' && phase.name === 'ringing')

export const ringingCall = (state: CallsState): CallView | null => ringingCalls(state)[0] ?? null

/** The one call that has or is getting media. */
export const activeCall = (state: CallsState): CallView | null =>
  state.calls.find(
    ({ phase }) => phase.name === 'connecting' || phase.name === 'connected' || phase.name === 'reconnecting',
  ) ?? null

/** The one call that hasn't ended. */
export const liveView = (state: CallsState): CallView | null =>
  state.calls.find(({ phase }) => phase.name !== 'ended') ?? null
