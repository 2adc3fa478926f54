// Owns putting a checked choice of reach into force: first the STUN list it needs, then the choice itself.
import type { FailureCode } from '../../../shared/failure'
import type { Desktop } from '../../platform/desktop'
import type { CheckedReach } from './reach-draft'

/** Null when it is in force. */
export async function applyReach(
  desktop: Desktop,
  { choice, stunServers }: Extract<CheckedReach, { ok: true }>,
): Promise<FailureCode | null> {
  if (stunServers !== null) {
    const saved = await desktop.call('settings.change', { stunServers: [...stunServers] })
    if (!saved.ok) return saved.code
  }
  const chosen = await desktop.call('reach.choose', choice)
  return chosen.ok ? null : chosen.code
}
