// Owns what a host without a main process tells of: an emitter for each event of the contract.
import type { EventName, EventPayload } from '../../shared/ipc/contract'
import { createEmitter, type Emitter } from '../lib/emitter'

export type HostEvents = { readonly [N in EventName]: Emitter<EventPayload<N>> }

export function createHostEvents(): HostEvents {
  return {
    'identity.changed': createEmitter(),
    'settings.changed': createEmitter(),
    'keys.changed': createEmitter(),
    'reach.changed': createEmitter(),
    'updates.changed': createEmitter(),
    'contacts.changed': createEmitter(),
    'history.changed': createEmitter(),
    'document.trouble': createEmitter(),
    'link.opened': createEmitter(),
    'share.sources': createEmitter(),
    'share.facts': createEmitter(),
    'share.locked': createEmitter(),
    'bar.changed': createEmitter(),
    'bar.pressed': createEmitter(),
    'ringwindow.changed': createEmitter(),
    'verb.asked': createEmitter(),
    'ring.proven': createEmitter(),
    'selftest.changed': createEmitter(),
    'selftest.send': createEmitter(),
    'system.woke': createEmitter(),
  }
}
