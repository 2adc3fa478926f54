// Owns which screen is shown, from what the stores say. Pure.
import type { AppInfo } from '../../shared/model/app-info'
import type { IdentityState } from '../../shared/model/identity'
import type { Settings } from '../../shared/model/settings'
import type { CallView, Phase } from '../features/calls/calls-store'

export type Screen =
  | { readonly name: 'starting' }
  | { readonly name: 'identity' }
  | { readonly name: 'firstStart' }
  | { readonly name: 'home' }
  | { readonly name: 'incoming'; readonly call: CallView }
  | { readonly name: 'outgoing'; readonly call: CallView }
  | { readonly name: 'call'; readonly call: CallView }
  | { readonly name: 'ended'; readonly call: CallView; readonly phase: Extract<Phase, { name: 'ended' }> }

export interface ScreenFacts {
  readonly host: AppInfo['host']
  readonly identity: IdentityState['status']
  readonly settings: { readonly loaded: boolean; readonly settings: Settings }
  readonly calls: readonly CallView[]
}

export function chooseScreen({ host, identity, settings, calls }: ScreenFacts): Screen {
  const call = chooseCall(calls)
  if (call) return callScreen(call)
  if (identity === 'unreadable') return { name: 'identity' }
  if (!settings.loaded || identity === 'loading') return { name: 'starting' }
  const isFirst =
    settings.settings.name === '' || (host !== 'guest' && settings.settings.reach.mode === 'unset')
  if (isFirst) return { name: identity === 'locked' ? 'identity' : 'firstStart' }
  return { name: 'home' }
}

/** A call with somebody at the other end, then one that rings, then the newest whose end has something to say. */
function chooseCall(calls: readonly CallView[]): CallView | null {
  const running = calls.filter((call) => call.phase.name !== 'ended')
  const talking = running.find((call) => !isIncomingRing(call))
  if (talking) return talking
  return running[0] ?? [...calls].reverse().find((call) => !endsQuietly(call)) ?? null
}

function isIncomingRing(call: CallView): boolean {
  return call.direction === 'incoming' && call.phase.name === 'ringing'
}

function callScreen(call: CallView): Screen {
  if (call.phase.name === 'ended') return { name: 'ended', call, phase: call.phase }
  if (isIncomingRing(call)) return { name: 'incoming', call }
  const isWaiting = call.phase.name === 'calling' || call.phase.name === 'ringing'
  return { name: isWaiting ? 'outgoing' : 'call', call }
}

/** Ends that the user brought about a moment ago, before anybody talked: home again says enough. */
export function endsQuietly(call: CallView): boolean {
  if (call.phase.name !== 'ended') return false
  const { reason } = call.phase
  return reason === 'cancelled-by-me' || reason === 'declined-by-me' || reason === 'merged'
}
