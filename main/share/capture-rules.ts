// Owns whether a page's request for a capture is granted, and what it gets: only what was chosen for it a moment ago. Pure.

/** What one page's next request may have. */
export type CaptureChoice = {
  /** `system`: whatever the system's own dialogue gives. */
  readonly of:
    { readonly is: 'source'; readonly id: string; readonly name: string } | { readonly is: 'system' }
  readonly sound: boolean
  readonly chosenAtMs: number
}

export type CaptureRequest = {
  /** null: the frame was gone before its request arrived. */
  readonly frame: { readonly isMainFrame: boolean; readonly isAppPage: boolean } | null
  readonly isOwnOrigin: boolean
  readonly videoRequested: boolean
  readonly audioRequested: boolean
  readonly userGesture: boolean
}

export type CaptureRefusal =
  'frame-gone' | 'subframe' | 'other-page' | 'no-video' | 'no-gesture' | 'nothing-chosen' | 'choice-too-old'

export type CaptureDecision =
  | { readonly is: 'refused'; readonly why: CaptureRefusal }
  | { readonly is: 'granted'; readonly of: CaptureChoice['of']; readonly sound: boolean }

/** A page asks right after it chose; what was chosen longer ago was chosen for something else. */
export const CHOICE_LASTS_MS = 10_000

export const isFresh = (choice: CaptureChoice, nowMs: number): boolean =>
  nowMs - choice.chosenAtMs <= CHOICE_LASTS_MS

export function decideCapture(
  request: CaptureRequest,
  choice: CaptureChoice | null,
  nowMs: number,
): CaptureDecision {
  const why = refusalOf(request, choice, nowMs)
  if (why !== null) return { is: 'refused', why }
  if (choice === null) return { is: 'refused', why: 'nothing-chosen' }
  return { is: 'granted', of: choice.of, sound: choice.sound && request.audioRequested }
}

function refusalOf(
  { frame, ...request }: CaptureRequest,
  choice: CaptureChoice | null,
  nowMs: number,
): CaptureRefusal | null {
  if (frame === null) return 'frame-gone'
  if (!frame.isMainFrame) return 'subframe'
  if (!frame.isAppPage || !request.isOwnOrigin) return 'other-page'
  if (!request.videoRequested) return 'no-video'
  if (!request.userGesture) return 'no-gesture'
  if (choice === null) return 'nothing-chosen'
  return isFresh(choice, nowMs) ? null : 'choice-too-old'
}
