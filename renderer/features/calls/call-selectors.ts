// Owns the questions that others ask of the calls store: does something ring, which call is on. Pure.
import type { CallsState, CallView } from './calls-store'

/** Ours rings: a sound, the window to the front. */
export const ringingCall = (state: CallsState): CallView | null =>
  state.calls.find(({ direction, phase }) => direction === 'incoming' && phase.name === 'ringing') ?? null

/** The one call that has or is getting media. */
export const activeCall = (state: CallsState): CallView | null =>
  state.calls.find(
    ({ phase }) => phase.name === 'connecting' || phase.name === 'connected' || phase.name === 'reconnecting',
  ) ?? null

/** The one call that hasn't ended. */
export const liveView = (state: CallsState): CallView | null =>
  state.calls.find(({ phase }) => phase.name !== 'ended') ?? null
