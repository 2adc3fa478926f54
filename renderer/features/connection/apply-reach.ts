// Owns putting a checked choice of reach into force: first what its server needs, then the choice itself.
import type { FailureCode } from '../../../shared/failure'
import type { Desktop } from '../../platform/desktop'
import type { CheckedReach } from './reach-draft'

/** Null when it is in force. */
export async function applyReach(
  desktop: Desktop,
  { choice, stunServers, joinCode }: Extract<CheckedReach, { ok: true }>,
): Promise<FailureCode | null> {
  if (stunServers !== null) {
    const saved = await desktop.call('settings.change', { stunServers: [...stunServers] })
    if (!saved.ok) return saved.code
  }
  const kept = await keepJoinCode(desktop, { choice, joinCode })
  if (kept !== null) return kept
  const chosen = await desktop.call('reach.choose', choice)
  return chosen.ok ? null : chosen.code
}

/** Null when it is kept, or none was typed. */
export async function keepJoinCode(
  desktop: Desktop,
  { choice, joinCode }: Pick<Extract<CheckedReach, { ok: true }>, 'choice' | 'joinCode'>,
): Promise<FailureCode | null> {
  if (joinCode === null || choice.mode !== 'anywhere') return null
  const kept = await desktop.call('join.keep', { server: choice.server, code: joinCode })
  return kept.ok ? null : kept.code
}
