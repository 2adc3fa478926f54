// Owns introducing sharing to the calls: which call a share goes to, what its other side says of it, and what the line takes.
import { seenWords } from '../../shared/text/en-seen'
import type { CallController } from '../features/calls/call-control'
import { activeCall } from '../features/calls/call-selectors'
import type { CallView } from '../features/calls/calls-store'
import { ScreenWatch } from '../features/share/screen-watch'
import { createShareController, type ShareController } from '../features/share/share-controller'
import { systemClock } from '../platform/clock'
import { consoleLog } from '../platform/log'
import { createDisplayCapture } from '../rtc/display-capture'
import { createScreenSink } from '../rtc/screen-sink'
import { spokenName } from '../ui/names'
import type { Parts } from './compose'

/** null while there is no identity, and nothing is shared without a call. */
type Calls = () => CallController | null

const log = consoleLog('share')

export function wireShare(parts: Parts, calls: Calls): ShareController {
  const { stores } = parts
  const share = openShare(parts, calls)
  const watch = new ScreenWatch({
    ...{ clock: systemClock, log },
    onSeen: (callId, epoch, seen) => void calls()?.say(callId, { t: 'seen', epoch, ...seen }),
    onMeasured: (availableBps, frames) => share.measured(availableBps, frames),
  })
  const hear = hearing(share, calls)

  function look(call: CallView | null): void {
    const path = call && calls()?.pathOf(call.callId)
    const { own, picker } = stores.share.getState()
    watch.watch({
      call: call && path ? { callId: call.callId, stats: () => path.stats() } : null,
      shown: call?.remote?.screen ?? null,
      measures: own.is === 'live' || picker !== null,
    })
  }

  stores.calls.subscribe((state) => {
    const call = activeCall(state)
    share.follow(call && { callId: call.callId, person: call.person.id })
    hear()
    look(call)
  })
  stores.share.subscribe(() => look(activeCall(stores.calls.getState())))
  return share
}

function openShare({ desktop, info, stores }: Parts, calls: Calls): ShareController {
  const { mediaDevices }: { readonly mediaDevices: MediaDevices | undefined } = navigator
  return createShareController({
    ...{ store: stores.share, desktop, clock: systemClock, log },
    // Elsewhere browsers leave out frames that are as the one before; main knows more than either.
    stillGivesFrames: info.host === 'guest' && /Linux|X11/.test(navigator.userAgent),
    capture: createDisplayCapture({
      ...{ devices: mediaDevices, createSink: createScreenSink, log },
      // macOS would open its own dialogue again: https://github.com/electron/electron/issues/44684
      mayConstrain: () => info.platform !== 'darwin' || stores.share.getState().abilities?.picker === 'own',
    }),
    showScreen: async (callId, own) => calls()?.showScreen(callId, own),
    seenWords: (seen) => {
      const viewer = activeCall(stores.calls.getState())?.person.name ?? ''
      return seenWords(spokenName(viewer), seen)
    },
  })
}

/** Listens once there are calls, and only once. */
function hearing(share: ShareController, calls: Calls): () => void {
  let heard: CallController | null = null
  return () => {
    const now = calls()
    if (!now || now === heard) return
    heard = now
    now.onSaid(({ callId, message }) => {
      if (message.t !== 'seen') return
      const { epoch, width, height, fps, freezes, frozenMs } = message
      share.seen(callId, epoch, { width, height, fps, freezes, frozenMs })
    })
  }
}
