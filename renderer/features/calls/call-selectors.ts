// Owns the questions that others ask of the calls store: does something ring, which call is on, what may be shown. Pure.
import type { CallsState, CallView } from './calls-store'

/** Ours rings: a sound, the window to the front. */
export const ringingCall = (state: CallsState): CallView | null =>
  state.calls.find(({ direction, phase }) => direction === 'incoming' && phase.name === 'ringing') ?? null

/** Theirs rings, or is looked for: the caller's own tone. */
export const callingCall = (state: CallsState): CallView | null =>
  state.calls.find(
    ({ direction, phase }) =>
      direction === 'outgoing' && (phase.name === 'calling' || phase.name === 'ringing'),
  ) ?? null

/** The one call that has or is getting media. */
export const activeCall = (state: CallsState): CallView | null =>
  state.calls.find(
    ({ phase }) => phase.name === 'connecting' || phase.name === 'connected' || phase.name === 'reconnecting',
  ) ?? null

/** The one call that hasn't ended. */
export const liveView = (state: CallsState): CallView | null =>
  state.calls.find(({ phase }) => phase.name !== 'ended') ?? null

/** What the screen is about: the live call, else the last one until it is dismissed. */
export const shownCall = (state: CallsState): CallView | null =>
  liveView(state) ?? state.calls[state.calls.length - 1] ?? null
