// Owns what a call that rings shows and plays outside the page. Pure; who does it is ring-controller.ts.

export interface RingFacts {
  /** It is not to disturb, and this caller doesn't ring through. */
  readonly quiet: boolean
  /** Another call is on: its sound must not be rung over. */
  readonly inCall: boolean
  /** The user switched the tone off. */
  readonly silenced: boolean
  /** Our own window has the keyboard, and shows who calls itself. */
  readonly focused: boolean
}

export interface RingOutputs {
  /** `hidden`: there to be heard only. */
  readonly window: 'shown' | 'hidden' | 'none'
  readonly sound: boolean
  readonly notice: boolean
  /** Task bar or Dock. */
  readonly attention: boolean
}

export const NO_OUTPUTS: RingOutputs = { window: 'none', sound: false, notice: false, attention: false }

export function ringOutputs({ quiet, inCall, silenced, focused }: RingFacts): RingOutputs {
  if (quiet) return NO_OUTPUTS
  const sound = !silenced
  // In a call our own window is the call's.
  if (inCall) return { ...NO_OUTPUTS, window: 'shown', notice: !focused, attention: !focused }
  if (focused) return { ...NO_OUTPUTS, window: sound ? 'hidden' : 'none', sound }
  return { window: 'shown', sound, notice: true, attention: true }
}
