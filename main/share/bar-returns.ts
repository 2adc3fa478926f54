// Owns whether a bar that was closed or whose page died comes back: a few times, then sharing is stopped instead, because
// nothing is ever shared without saying so. Pure but for the clock it is handed.

const MOST = 3
const WITHIN_MS = 60_000

export type AfterLoss = 'comes-back' | 'stops-sharing'

export function createBarReturns(nowMs: () => number): () => AfterLoss {
  let losses: readonly number[] = []
  return () => {
    const now = nowMs()
    losses = [...losses.filter((at) => now - at < WITHIN_MS), now]
    return losses.length > MOST ? 'stops-sharing' : 'comes-back'
  }
}
