// Owns the calls that this side begins: the user's, and taking up the one in which the page before this one was lost.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { appLink } from '../../../shared/link/call-link'
import type { KeptCall } from '../../../shared/model/kept-call'
import { cleanName } from '../../lib/clean-name'
import { takingUp } from './call-keeping'
import type { CallsHost } from './calls-host'
import type { CallCommands } from './calls-store'

/** Returns the call's id, or the live one's where there is one. */
export function placeCallTo(
  host: CallsHost,
  target: Parameters<CallCommands['place']>[0],
  video: boolean,
): string {
  const live = host.live()
  if (live) {
    // They ring here already: calling them is answering.
    const answers = live.facts.person === target.id && live.facts.direction === 'incoming'
    if (answers) host.accept(live.facts.callId, video)
    return live.facts.callId
  }
  const base = normaliseBaseUrl(target.server)
  const link = base.ok ? { id: target.id, server: base.value } : null
  const callId = host.deps.ids.hex(32)
  const facts = { callId, direction: 'outgoing', person: target.id, video } as const
  host.openSession(facts, {
    cause: { server: link?.server ?? null, via: link && host.learned.viaOf(link) },
    name: cleanName(target.name),
    callBack: link && appLink(link),
  })
  host.step({ type: 'callPlaced', facts })
  return callId
}

export function resumeCall({ deps, live, openSession, step }: CallsHost, kept: KeptCall): void {
  if (live()) return
  const { facts, cause, carried } = takingUp(kept, deps.ids.hex(32), deps.clock)
  const { name, callBack } = kept
  openSession(facts, { cause, name: cleanName(name), callBack }).carryOn(carried)
  step({ type: 'callPlaced', facts })
}
