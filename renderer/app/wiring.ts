// Owns who hears of whom: the only place where features meet. No feature imports another; here one's news becomes
// another's command.
import type { CallController } from '../features/calls/call-controller'
import { activeCall, liveView, ringingCall } from '../features/calls/call-selectors'
import type { CallsState } from '../features/calls/calls-store'
import { createScope, type Scope } from '../lib/scope'
import type { Signalling } from '../rtc/signalling'
import { clientOf, type Parts } from './compose'
import type { Client } from './client'

export interface RunningClient {
  readonly client: Client
  /** Ends calls and connections, as when the window closes. Harmless twice. */
  end(): void
}

export function runClient(parts: Parts): RunningClient {
  const scope = createScope()
  const calls = callsWithIdentity(parts, scope)
  wireCalls(parts, calls, scope)
  wireDevices(parts, calls, scope)
  for (const part of [parts.settings, parts.identity, parts.people, parts.devices])
    scope.add(() => part.end())
  for (const part of [parts.ringing, parts.stats, parts.connection, parts.visits]) scope.add(() => part.end())
  scope.add(() => calls()?.end())
  return { client: clientOf(parts, calls), end: () => scope.end() }
}

/** The identity becomes ready once and never changes while the app runs: from then on there can be calls. */
function callsWithIdentity(parts: Parts, scope: Scope): () => CallController | null {
  const { stores, connection } = parts
  let calls: CallController | null = null
  let unlisten = (): void => undefined

  function listen(home: Signalling | null): void {
    unlisten()
    unlisten = (home && calls?.listen(home)) ?? (() => undefined)
  }

  function follow(): void {
    const signer = calls ? null : parts.signer()
    if (signer) calls = parts.openCalls(signer)
    connection.setIdentity(stores.identity.getState())
  }

  scope.add(connection.onHome(listen))
  scope.add(stores.identity.subscribe(follow))
  scope.add(() => unlisten())
  follow()
  return () => calls
}

function wireCalls(parts: Parts, calls: () => CallController | null, scope: Scope): void {
  const { stores, desktop, ringing, stats } = parts
  let shown = { active: false, video: false }

  function showInCall(state: CallsState): void {
    const live = activeCall(state)
    const next = { active: live !== null, video: live?.video ?? false }
    if (next.active === shown.active && next.video === shown.video) return
    shown = next
    void desktop.call('window.inCall', next)
  }

  function follow(state: CallsState): void {
    const live = activeCall(state)
    const outgoing = liveView(state)
    ringing.update({
      incoming: ringingCall(state)?.callId ?? null,
      outgoing:
        outgoing?.direction === 'outgoing' && outgoing.phase.name === 'ringing' ? outgoing.callId : null,
      inCall: live !== null,
    })
    const path = live && calls()?.pathOf(live.callId)
    stats.follow(live && path ? { callId: live.callId, stats: () => path.stats() } : null)
    stats.listen({
      local: state.media?.localMicrophone ?? null,
      remote: state.media?.remoteMicrophone ?? null,
    })
    showInCall(state)
  }

  scope.add(stores.calls.subscribe(follow))
  scope.add(stores.people.subscribe(() => calls()?.refresh()))
  scope.add(desktop.on('system.woke', () => calls()?.networkChanged()))
}

function wireDevices(parts: Parts, calls: () => CallController | null, scope: Scope): void {
  const { stores, devices, ringing } = parts
  const wish = (): void => {
    const { loaded, settings } = stores.settings.getState()
    if (loaded) devices.setWishes(settings.devices)
  }
  scope.add(stores.settings.subscribe(wish))
  scope.add(stores.devices.subscribe(({ speaker }) => ringing.setSpeaker(speaker.effective?.id ?? null)))
  scope.add(devices.onRecovered((kind) => calls()?.deviceRecovered(kind)))
  wish()
}
