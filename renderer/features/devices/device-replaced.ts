// Owns when the user is told that a device went away and another took over, and when that is over. Pure.
import type { Device, KindState } from './devices-store'

export function replacedAfter(
  replaced: KindState['replaced'],
  before: Device | null,
  now: Device | null,
  real: readonly Device[],
): KindState['replaced'] {
  const told = replaced && { gone: replaced.gone, now }
  if (replaced && isSame(replaced.gone, now)) return null
  // "default" and the nameless device before permission are never gone, only what stands behind them.
  const wasReal = before !== null && before.id !== '' && before.id !== 'default'
  if (!wasReal || isSame(before, now) || real.some((device) => device.id === before.id)) return told
  // Several may go one after the other; the first is the one that the user knew.
  return told ?? { gone: before, now }
}

/** Plugged into another port a device has another id. */
function isSame(a: Device, b: Device | null): boolean {
  return b !== null && (a.id === b.id || (a.label !== '' && a.label === b.label))
}
