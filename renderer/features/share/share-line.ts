// Owns what each look at the line to the other side means: what it takes, whether the encoder is stuck, and whether the viewer
// still says what is seen. Pure.
import type { ShareEvent, ShareMachine } from './share-state'

/** After so many looks without a word of the viewer nobody knows what is seen: the line is down. */
const UNHEARD_LOOKS = 4

/** A line wavers; only what has clearly changed sets the encoders anew. */
const CLEARLY = 0.25

export function lineMeasured(
  machine: ShareMachine,
  { availableBps, frames }: Extract<ShareEvent, { type: 'lineMeasured' }>,
): ShareMachine {
  const before = machine.availableBps
  const isClose =
    before !== null && availableBps !== null && Math.abs(availableBps - before) < before * CLEARLY
  const isStuck = frames !== null && frames.given >= 1 && frames.sent === 0
  const stuckLooks = isStuck ? machine.stuckLooks + 1 : 0
  return unheard({ ...machine, availableBps: isClose ? before : availableBps, frames, stuckLooks })
}

function unheard(machine: ShareMachine): ShareMachine {
  const { share } = machine
  if (share.is !== 'live' || share.seen.length === 0) return machine
  const unheardLooks = share.unheardLooks + 1
  const change = unheardLooks < UNHEARD_LOOKS ? { unheardLooks } : { seen: [], unheardLooks: 0 }
  return { ...machine, share: { ...share, ...change } }
}
