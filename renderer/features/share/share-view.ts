// Owns how sharing looks from outside: to the screens, to the call, to the sharing bar. Pure.
import { MAX_TITLE_CHARS, type HeldReason, type ShareShown } from '../../../shared/model/share'
import type { OwnScreen } from '../../rtc/own-screen'
import type { Capture } from '../../rtc/screen-capture'
import { cameraLimits, neededBps, screenLimits, sentSize, type PictureSize } from './choose-encoding'
import { chooseRemedies } from './choose-remedies'
import type { Live, Lost, PreviewState, ShareMachine } from './share-state'
import type { OwnShare, PickerState, Preview, SeenByViewer, ShareState } from './share-store'

/** The capture of an attempt; null: not there, or no more. */
export type CaptureOf = (attempt: number) => Capture | null

/** A window that is minimised or on another desktop arrives as 2 × 2 black pixels. */
const NO_PICTURE_PX = 2
const givesNothing = (size: PictureSize | null): boolean =>
  size !== null && (size.width <= NO_PICTURE_PX || size.height <= NO_PICTURE_PX)

/** Of several the one that the person can do something about comes first. */
export function heldOf({ locked }: ShareMachine, { paused, facts, size }: Live): HeldReason | null {
  if (paused) return 'paused'
  if (locked) return 'locked'
  if (facts !== 'shown') return facts
  return givesNothing(size) ? 'hidden' : null
}

export function shareStateOf(machine: ShareMachine, captureOf: CaptureOf): ShareState {
  const { abilities, manner, lately, failure, availableBps } = machine
  const picker = pickerOf(machine, captureOf)
  const { share } = machine
  const ownTrack = share.is === 'live' ? (captureOf(share.attempt)?.picture ?? null) : null
  return { abilities, picker, own: ownOf(machine), ownTrack, manner, lately, failure, availableBps }
}

function pickerOf(machine: ShareMachine, captureOf: CaptureOf): PickerState | null {
  const { picking, share, sound } = machine
  const purpose = share.is === 'none' ? 'start' : 'switch'
  switch (picking.is) {
    case 'closed':
    case 'system':
      return null
    case 'opening':
      return { purpose, sound, list: { is: 'loading' }, preview: { is: 'none' }, starting: false }
    case 'open': {
      const preview = previewOf(picking.preview, captureOf)
      return { purpose, sound, list: picking.list, preview, starting: picking.starting }
    }
  }
}

function previewOf(preview: PreviewState, captureOf: CaptureOf): Preview {
  if (preview.is === 'none' || preview.is === 'failed') return preview
  const sourceId = preview.source.id
  const capture = preview.is === 'open' ? captureOf(preview.attempt) : null
  return capture ? { is: 'open', sourceId, track: capture.picture } : { is: 'opening', sourceId }
}

export function ownOf(machine: ShareMachine): OwnShare {
  const { share, call, manner, frames, stuckLooks } = machine
  if (share.is === 'none' || !call) return { is: 'none' }
  const { callId } = call
  const { title, kind } = share.source
  if (share.is === 'lost') return { is: 'lost', callId, title, hasSuccessor: share.successor !== null }
  const { sinceMs, sound } = share
  const [first, seen] = [share.seen[0], share.seen[share.seen.length - 1] ?? null]
  const stoodMs = first && seen ? Math.max(0, seen.frozenMs - first.frozenMs) : 0
  const size = share.size && !givesNothing(share.size) ? sentSize(manner, share.size) : null
  const held = heldOf(machine, share)
  const remedies =
    held === null ? chooseRemedies({ kind, manner, size, seen, stoodMs, frames, stuckLooks }) : []
  return { is: 'live', callId, kind, title, sinceMs, manner, held, sound, size, seen, remedies }
}

/** What the call sends. Viewers of a window that is lost keep its last picture while something may follow it. */
export function ownScreenOf(machine: ShareMachine, captureOf: CaptureOf): OwnScreen | null {
  const { share, manner, availableBps } = machine
  if (share.is === 'none') return null
  const held = share.is === 'live' ? heldOf(machine, share) : 'hidden'
  const capture = share.is === 'live' ? captureOf(share.attempt) : null
  const size = share.is === 'live' && !givesNothing(share.size) ? share.size : null
  const isSilent = held === 'paused' || held === 'locked'
  const camera = held === null ? cameraLimits(neededBps(manner, size), availableBps) : null
  return {
    picture: held === null ? (capture?.picture ?? null) : null,
    sound: isSilent ? null : (capture?.sound ?? null),
    limits: screenLimits(manner, size, availableBps),
    camera,
    said: saidOf(share, manner.mode, held),
  }
}

function saidOf(
  { epoch, source, sound }: Live | Lost,
  mode: OwnScreen['said']['mode'],
  held: HeldReason | null,
) {
  const title = source.title.slice(0, MAX_TITLE_CHARS)
  return { epoch, kind: source.kind, title, mode, held, sound }
}

/** What the bar shows. `seenWords`: what the viewer sees, in words. */
export function shownOf(machine: ShareMachine, seenWords: (seen: SeenByViewer) => string): ShareShown | null {
  const own = ownOf(machine)
  const { share } = machine
  if (share.is === 'none' || own.is === 'none') return null
  const { source, startedAt } = share
  const live = own.is === 'live' ? own : null
  return {
    sourceId: source.id,
    kind: source.kind,
    title: source.title.slice(0, MAX_TITLE_CHARS),
    startedAt,
    held: own.is === 'live' ? own.held : 'hidden',
    seen: live?.seen && live.held === null ? seenWords(live.seen) : '',
    isTroubled: live !== null && live.remedies.length > 0,
  }
}
