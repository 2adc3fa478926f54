// Owns proving to a server that this client has its join code, through the host that keeps it.
import type { SessionBody } from '../../shared/protocol/server-messages'
import type { Result } from '../../shared/result'
import type { Desktop } from '../platform/desktop'

/** Null where no code is known for that server. */
export type JoinProver = (
  asked: Pick<SessionBody, 'nonce' | 'audience' | 'id'>,
) => Promise<Result<string | null>>

export function desktopJoinProver(desktop: Desktop): JoinProver {
  return async ({ nonce, audience, id }) => {
    const proven = await desktop.call('join.prove', { server: audience, nonce, id })
    return proven.ok ? { ok: true, value: proven.value.proof } : proven
  }
}
