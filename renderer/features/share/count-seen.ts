// Owns what a viewer says of the screen that it is shown: size, frames, and how often it stood still since this share
// began. Pure. A share that is held stands still by intent, which is no freeze.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import type { ReceivedScreen } from '../../rtc/screen-stats'
import type { SeenByViewer } from './share-store'

/** Between two looks. */
export interface SeenCount {
  readonly epoch: number
  /** When this share began. */
  readonly firstFrame: number
  readonly freezes: number
  readonly frozenMs: number
  /** The connection's counters at the last look; null: what comes next isn't counted, since it was held until now. */
  readonly last: Pick<ReceivedScreen, 'freezes' | 'frozenMs'> | null
  /** Looks at this share without a new frame. */
  readonly emptyLooks: number
}

/** A still window may be there with its first frame, before its word came: then nothing follows. */
const EMPTY_LOOKS = 3

export interface SeenLook {
  readonly count: SeenCount
  /** null: nothing to say (yet). */
  readonly seen: SeenByViewer | null
}

export function countSeen(
  before: SeenCount | null,
  shown: SharedScreen,
  received: ReceivedScreen | null,
): SeenLook {
  const count = before?.epoch === shown.epoch ? before : begin(shown.epoch, received)
  if (shown.held !== null || !received) return { count: { ...count, last: null }, seen: null }
  const { last } = count
  const freezes = count.freezes + (last ? atLeastNone(received.freezes - last.freezes) : 0)
  const frozenMs = count.frozenMs + (last ? atLeastNone(received.frozenMs - last.frozenMs) : 0)
  const next = { ...count, freezes, frozenMs, last: received }
  // Nothing of this share yet: the size would be the one before's.
  if (received.framesDecoded <= count.firstFrame && count.emptyLooks < EMPTY_LOOKS) {
    return { count: { ...count, last: null, emptyLooks: count.emptyLooks + 1 }, seen: null }
  }
  return { count: next, seen: bounded({ ...received, freezes, frozenMs }) }
}

function begin(epoch: number, received: ReceivedScreen | null): SeenCount {
  return {
    epoch,
    firstFrame: received?.framesDecoded ?? 0,
    freezes: 0,
    frozenMs: 0,
    last: null,
    emptyLooks: 0,
  }
}

const atLeastNone = (difference: number): number => Math.max(0, difference)

/** Within what the message takes, whatever a browser counts. */
function bounded({ width, height, fps, freezes, frozenMs }: SeenByViewer): SeenByViewer {
  return {
    width: Math.min(16_384, Math.round(width)),
    height: Math.min(16_384, Math.round(height)),
    fps: Math.min(240, Math.round(fps * 10) / 10),
    freezes: Math.min(1_000_000, Math.round(freezes)),
    frozenMs: Math.min(1e9, Math.round(frozenMs)),
  }
}
