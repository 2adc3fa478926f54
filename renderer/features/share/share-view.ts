// Owns how sharing looks from outside: to the screens, to the call, to the sharing bar. Pure.
import {
  MAX_TITLE_CHARS,
  type HeldReason,
  type ShareShown,
  type ShownHeld,
} from '../../../shared/model/share'
import type { OwnScreen } from '../../rtc/own-screen'
import { isRealPicture } from '../../rtc/real-picture'
import type { Capture } from '../../rtc/screen-capture'
import { cameraLimits, neededBps, screenLimits, sentSize, type PictureSize } from './choose-encoding'
import { chooseRemedies, troubleOf } from './choose-remedies'
import type { Live, Lost, PreviewState, ShareMachine } from './share-state'
import type { OwnShare, PickerState, Preview, SeenByViewer, ShareState } from './share-store'

/** The capture of an attempt; null: not there, or no more. */
export type CaptureOf = (attempt: number) => Capture | null

const givesNothing = (size: PictureSize | null): boolean => size !== null && !isRealPicture(size)

/** Of several the one that the person can do something about comes first. */
export function heldOf({ locked }: ShareMachine, { paused, facts, size, stopped }: Live): HeldReason | null {
  if (paused) return 'paused'
  if (locked) return 'locked'
  if (facts !== 'shown') return facts
  return stopped || givesNothing(size) ? 'hidden' : null
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
  if (share.is === 'lost') {
    const successor = share.successor && { title: share.successor.title }
    return { is: 'lost', callId, title, successor, untilMs: share.untilMs }
  }
  const { sinceMs, sound } = share
  const [first, seen] = [share.seen[0], share.seen[share.seen.length - 1] ?? null]
  const stoodMs = first && seen ? Math.max(0, seen.frozenMs - first.frozenMs) : 0
  const size = share.size && !givesNothing(share.size) ? sentSize(manner, share.size) : null
  const held = heldOf(machine, share)
  const about = { kind, manner, size, seen, stoodMs, frames, stuckLooks }
  const trouble = held === null ? troubleOf(about) : null
  const remedies = held === null ? chooseRemedies(about) : []
  const { id: sourceId, surface } = share.source
  const untitled = surface ? (`chosen-${surface}` as const) : kind
  const live = { callId, sourceId, kind, title, untitled, sinceMs, manner, held, sound, size }
  return { is: 'live', ...live, seen, trouble, remedies }
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
  { is, epoch, source, sound }: Live | Lost,
  mode: OwnScreen['said']['mode'],
  held: HeldReason | null,
): OwnScreen['said'] {
  const title = source.title.slice(0, MAX_TITLE_CHARS)
  const said = { epoch, kind: source.kind, title, mode, held, sound }
  return is === 'lost' ? { ...said, closed: true } : said
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
    held: shownHeld(own),
    ...(share.is === 'lost' ? { waits: waitsOf(share) } : {}),
    seen: live?.seen && live.held === null ? seenWords(live.seen) : '',
    isTroubled: live !== null && live.trouble !== null,
  }
}

function waitsOf({ untilMs, sinceMs, startedAt, successor, source }: Lost): ShareShown['waits'] {
  const title = successor?.title ?? source.title
  const until = Math.max(0, startedAt + untilMs - sinceMs)
  return { until, otherTitle: title === source.title ? null : title.slice(0, MAX_TITLE_CHARS) }
}

function shownHeld(own: Exclude<OwnShare, { is: 'none' }>): ShownHeld | null {
  if (own.is === 'live') return own.held
  return own.successor ? 'came-back' : 'lost'
}
