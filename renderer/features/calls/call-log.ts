// Owns the log of calls: one line per change of state, with ids and codes and nothing else.
import type { Log } from '../../platform/log'
import { findCall, type CallsMachine } from './calls-list'

export function logStages(log: Log, before: CallsMachine, after: CallsMachine): void {
  for (const { facts, stage } of after.calls) {
    const { callId, direction } = facts
    if (findCall(before, callId)?.stage.name === stage.name) continue
    const reason = stage.name === 'ended' ? { reason: stage.reason } : {}
    log.info('call', { callId, direction, stage: stage.name, ...reason })
  }
}
