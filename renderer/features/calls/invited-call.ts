// Owns what an invite is to the list of calls: from whom, as what they are known here, and how it would ring.
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { CallControllerDeps } from './call-deps'
import type { CallsEvent } from './calls-list'
import type { Standing } from './invite-rules'

export function invitedCall(
  deps: CallControllerDeps,
  invite: CallMessageOf<'invite'>,
): Extract<CallsEvent, { type: 'inviteReceived' }> {
  const { callId, from: person, video, answers } = invite
  const { prewarm, unknownCallers, ringSeconds } = deps.settings()
  const standing = standingOf(deps, person)
  return {
    type: 'inviteReceived',
    facts: {
      ...{ callId, direction: 'incoming', person, video },
      ...(standing === 'unknown' ? { unknown: true } : {}),
    },
    connect: prewarm && standing === 'contact',
    ringMs: ringSeconds * 1_000,
    ...{ standing, unknownCallers, answers },
  }
}

function standingOf(deps: CallControllerDeps, person: string): Standing {
  if (deps.isBlocked(person)) return 'blocked'
  return deps.contactOf(person) === null ? 'unknown' : 'contact'
}
