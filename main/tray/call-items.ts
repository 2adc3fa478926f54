// Owns what the tray's menu offers of a call that rings and of one that is on. Pure.
import { assertNever } from '../../shared/assert-never'
import type { Ring } from '../../shared/model/ring'
import type { Status } from '../../shared/model/status'
import { trayWords as words } from '../../shared/text/desktop-tray-en'
import type { TrayItem } from './tray-item'
import { shortName } from './tray-names'

export type TrayCall = NonNullable<Status['call']>

/** `busy`: another call is on, which answering ends. */
export function ringItems({ callId, person }: Ring, busy: boolean): readonly TrayItem[] {
  return [
    { is: 'note', label: words.ringing(shortName(person.name)) },
    {
      is: 'action',
      label: busy ? words.endAndAcceptPicture : words.acceptPicture,
      ask: { verb: 'accept', callId, video: true },
    },
    {
      is: 'action',
      label: busy ? words.endAndAcceptSound : words.acceptSound,
      ask: { verb: 'accept', callId, video: false },
    },
    { is: 'action', label: words.decline, ask: { verb: 'decline', callId } },
  ]
}

/** Hanging up is the last: its neighbour below is a line. */
export function callItems(call: TrayCall): readonly TrayItem[] {
  return [
    { is: 'note', label: words.call[call.phase](shortName(call.name)) },
    microphoneItem(call),
    cameraItem(call),
    ...sharingItems(call),
    { is: 'action', label: words.hangUp, ask: { verb: 'hang-up' } },
  ]
}

/** Says which it shall be, so that an old menu doesn't unmute. */
function microphoneItem({ microphone }: TrayCall): TrayItem {
  if (microphone === 'none') return { is: 'check', label: words.noMicrophone, checked: false, ask: null }
  const muted = microphone === 'off'
  return { is: 'check', label: words.mute, checked: muted, ask: { verb: muted ? 'unmute' : 'mute' } }
}

function cameraItem({ camera }: TrayCall): TrayItem {
  if (camera === 'none') return { is: 'check', label: words.noCamera, checked: false, ask: null }
  return { is: 'check', label: words.camera, checked: camera === 'on', ask: { verb: 'toggle-camera' } }
}

function sharingItems({ sharing }: TrayCall): readonly TrayItem[] {
  const others: readonly TrayItem[] = [
    { is: 'action', label: words.switchSharing, ask: { verb: 'switch-sharing' } },
    { is: 'action', label: words.stopSharing, ask: { verb: 'stop-sharing' } },
  ]
  switch (sharing) {
    case 'no':
      return []
    case 'live':
      return [{ is: 'action', label: words.pauseSharing, ask: { verb: 'pause-sharing' } }, ...others]
    case 'held':
      return [{ is: 'action', label: words.resumeSharing, ask: { verb: 'resume-sharing' } }, ...others]
    default:
      return assertNever(sharing)
  }
}
