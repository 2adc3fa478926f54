// Owns introducing sharing to the calls: which call a share goes to, what its other side says of it, and what the line takes.
import { seenWords } from '../../shared/text/en-seen'
import type { CallController } from '../features/calls/call-control'
import { activeCall } from '../features/calls/call-selectors'
import type { CallsState } from '../features/calls/calls-store'
import { createShareController, type ShareController } from '../features/share/share-controller'
import { systemClock } from '../platform/clock'
import { consoleLog } from '../platform/log'
import { createDisplayCapture } from '../rtc/display-capture'
import { createScreenSink } from '../rtc/screen-sink'
import { spokenName } from '../ui/names'
import type { Parts } from './compose'

/** `calls` is null while there is no identity, and nothing is shared without a call. */
export function wireShare(parts: Parts, calls: () => CallController | null): ShareController {
  const { desktop, info, stores } = parts
  const log = consoleLog('share')
  const { mediaDevices }: { readonly mediaDevices: MediaDevices | undefined } = navigator
  const share = createShareController({
    ...{ store: stores.share, desktop, clock: systemClock, log },
    capture: createDisplayCapture({
      ...{ devices: mediaDevices, createSink: createScreenSink, log },
      // macOS would open its own dialogue again: https://github.com/electron/electron/issues/44684
      mayConstrain: () => info.platform !== 'darwin' || stores.share.getState().abilities?.picker === 'own',
    }),
    showScreen: (callId, own) => calls()?.showScreen(callId, own),
    seenWords: (seen) => seenWords(nameOfOther(stores.calls.getState()), seen),
  })

  function follow(state: CallsState): void {
    const call = activeCall(state)
    share.follow(call && { callId: call.callId, person: call.person.id })
    hear()
  }

  let heard: CallController | null = null
  /** There are calls only once there is an identity. */
  function hear(): void {
    const now = calls()
    if (!now || now === heard) return
    heard = now
    now.onSaid(({ callId, message }) => {
      if (message.t !== 'seen') return
      const { epoch, width, height, fps, freezes, frozenMs } = message
      share.seen(callId, epoch, { width, height, fps, freezes, frozenMs })
    })
  }

  stores.calls.subscribe(follow)
  return share
}

function nameOfOther(state: CallsState): string {
  return spokenName(activeCall(state)?.person.name ?? '')
}
