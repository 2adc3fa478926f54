// Owns which ring times are offered. Pure.
import { SHORTEST_RING_S } from '../../../shared/model/settings'
import { RING_MS } from '../../../shared/protocol/limits'

const STEP_S = 5

/** Every five seconds, and what is set now. */
export function ringChoices(now: number): readonly number[] {
  const longest = RING_MS / 1000
  const steps = Math.floor((longest - SHORTEST_RING_S) / STEP_S) + 1
  const offered = Array.from({ length: steps }, (_, step) => SHORTEST_RING_S + step * STEP_S)
  return [...new Set([...offered, longest, now])].sort((a, b) => a - b)
}
