// Owns who hears of whom: the only place where features meet. No feature imports another; here one's news becomes
// another's command.
import type { CallController } from '../features/calls/call-control'
import { activeCall, liveView, ringingCall } from '../features/calls/call-selectors'
import type { CallsState, CallView } from '../features/calls/calls-store'
import type { Signalling } from '../rtc/signalling'
import { clientOf, type Parts } from './compose'
import type { Client } from './client'
import { wireRing } from './wire-ring'
import { wireSelfTest } from './wire-self-test'
import { wireShare } from './wire-share'
import { wireStats } from './wire-stats'
import { wireTexts } from './wire-texts'

export interface RunningClient {
  readonly client: Client
  /**
   * The page goes away: ends calls and says so. It closes nothing else, since the page takes connections and devices with
   * it, and closing the sockets now would cut off what was just said.
   */
  leave(): void
}

/** Everything is wired for as long as the page lives. */
export function runClient(parts: Parts): RunningClient {
  const calls = callsWithIdentity(parts)
  const mayReturn = parts.info.host === 'guest' // a tab that is loaded again looks like one that is closed
  wireCalls(parts, calls)
  wireStats(parts, calls)
  wireDevices(parts, calls)
  const [share, texts] = [wireShare(parts, calls), wireTexts(parts, calls)]
  wireRing(parts, calls, share)
  const selfTest = wireSelfTest(parts)
  return { client: clientOf(parts, calls, { selfTest, share, texts }), leave: () => calls()?.end(mayReturn) }
}

/** The identity becomes ready once and never changes while the app runs: from then on there can be calls. */
function callsWithIdentity(parts: Parts): () => CallController | null {
  const { stores, connection } = parts
  let calls: CallController | null = null
  let unlisten = (): void => undefined

  function listen(home: Signalling | null): void {
    unlisten()
    if (!home) return
    const deaf = calls?.listen(home)
    const unwatch = home.onState(({ status }) => {
      if (status === 'open') void ringAgain()
    })
    unlisten = () => {
      deaf?.()
      unwatch()
    }
  }

  /** Once there are calls and a server: a call that the page before this one was lost in. */
  async function resumeLost(): Promise<void> {
    if (!calls) return
    const lost = await parts.desktop.call('call.takeLost')
    if (lost.ok && lost.value) calls.resume(lost.value)
  }

  /** What rang in the page before this one. Asked whenever the server is reached: where that fails, it is asked again. */
  async function ringAgain(): Promise<void> {
    if (!calls) return
    const kept = await parts.desktop.call('rings.takeLost')
    if (kept.ok) kept.value.forEach((ring) => calls?.rings.take(ring))
  }

  function follow(): void {
    const signer = calls ? null : parts.signer()
    if (signer) calls = parts.openCalls(signer)
    connection.setIdentity(stores.identity.getState())
  }

  // A page that the browser shows again as it was left its call like any other that goes.
  parts.desktop.on('system.woke', ({ why }) => {
    if (why === 'resume') void resumeLost()
  })
  connection.onHome((home) => {
    listen(home)
    if (home) void resumeLost()
  })
  stores.identity.subscribe(follow)
  follow()
  return () => calls
}

function wireCalls(parts: Parts, calls: () => CallController | null): void {
  const { stores, desktop, ringing } = parts
  let shown = { active: false, video: false }

  function showInCall(state: CallsState): void {
    const live = activeCall(state)
    const next = { active: live !== null, video: live !== null && showsPicture(live) }
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
    showInCall(state)
  }

  stores.calls.subscribe(follow)
  stores.people.subscribe(() => calls()?.refresh())
  desktop.on('system.woke', () => calls()?.networkChanged())
}

const showsPicture = ({ local, remote }: CallView): boolean =>
  local.camera.is === 'on' || remote?.camera === 'on'

function wireDevices(parts: Parts, calls: () => CallController | null): void {
  const { stores, devices, ringing } = parts
  const wish = (): void => {
    const { loaded, settings } = stores.settings.getState()
    if (!loaded) return
    devices.setWishes(settings.devices)
    ringing.setRing({ tone: settings.ringTone, volume: settings.ringVolume })
  }
  stores.settings.subscribe(wish)
  stores.devices.subscribe(({ ringer, speaker }) =>
    ringing.setOutputs({ ringer: ringer.effective?.id ?? '', speaker: speaker.effective?.id ?? '' }),
  )
  devices.onRecovered((kind) => calls()?.deviceRecovered(kind))
  wish()
}
