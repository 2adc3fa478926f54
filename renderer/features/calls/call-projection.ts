// Owns writing the calls store: the machine's list and each session's details, only where something changed.
import { liveCall, type CallsMachine } from './calls-list'
import type { KnownPerson } from './call-deps'
import type { CallSession } from './call-session'
import { keepUnchanged, viewOf } from './call-view'
import type { CallMedia, CallsStore } from './calls-store'

export interface ProjectionDeps {
  readonly store: CallsStore
  readonly contactOf: (id: string) => KnownPerson | null
  readonly namesakeOf: (person: { readonly id: string; readonly name: string }) => string | null
}

export function showCalls(
  { store, contactOf, namesakeOf }: ProjectionDeps,
  machine: CallsMachine,
  sessions: ReadonlyMap<string, CallSession>,
): void {
  const before = store.getState()
  const views = machine.calls.flatMap(({ facts, stage }) => {
    const details = sessions.get(facts.callId)?.details()
    if (!details) return []
    const contact = contactOf(facts.person)
    const namesake = contact ? null : namesakeOf({ id: facts.person, name: details.name })
    return [viewOf(facts, stage, { ...details, contact, namesake })]
  })
  const live = liveCall(machine)
  const session = live ? sessions.get(live.facts.callId) : undefined
  const calls = keepUnchanged(before.calls, views)
  const media = keepSame(before.media, session?.media() ?? null)
  if (calls !== before.calls || media !== before.media) store.setState({ calls, media })
}

function keepSame(before: CallMedia | null, after: CallMedia | null): CallMedia | null {
  if (!before || !after) return after
  const same =
    before.callId === after.callId &&
    before.localCamera === after.localCamera &&
    before.localMicrophone === after.localMicrophone &&
    before.remoteMicrophone === after.remoteMicrophone &&
    before.remoteCamera === after.remoteCamera &&
    before.remoteScreen === after.remoteScreen &&
    before.remoteScreenSound === after.remoteScreenSound
  return same ? before : after
}
