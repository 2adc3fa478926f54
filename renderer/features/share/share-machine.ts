// Owns what sharing does next: every event's step, pure. Picking is share-picking.ts; how it looks from outside share-view.ts.
// At most one source is shared and one previewed; what neither names is closed by the controller.
import { assertNever } from '../../../shared/assert-never'
import type { FailureCode } from '../../../shared/failure'
import { DEFAULT_MANNER, type ShareManner, type SourceFacts } from '../../../shared/model/share'
import { captureWish, contentHint, type PictureSize } from './choose-encoding'
import { capture, isPicking, previewFailed, stay, stepPicking } from './share-picking'
import type { Live, Moment, ShareCall, ShareEvent, ShareMachine, ShareStep, Source } from './share-state'

export const NO_SHARE: ShareMachine = {
  call: null,
  abilities: null,
  picking: { is: 'closed' },
  share: { is: 'none' },
  manner: DEFAULT_MANNER,
  sound: false,
  locked: false,
  lately: [],
  failure: null,
  availableBps: null,
  frames: null,
  stuckLooks: 0,
  lastEpoch: 0,
  lastNumber: 0,
}

const LATELY_KEPT = 12
/** They come every two seconds. */
const SEEN_KEPT = 5

export function stepShare(machine: ShareMachine, event: ShareEvent, moment: Moment): ShareStep {
  switch (event.type) {
    case 'callChanged':
      return stay(callChanged(machine, event.call))
    case 'abilitiesRead':
      return stay({ ...machine, abilities: event.abilities })
    case 'mannerSet':
      return mannerSet(machine, event.manner)
    case 'startPressed':
      return stay(startPressed(machine, moment))
    case 'stopPressed':
      return stay({ ...machine, picking: { is: 'closed' }, share: { is: 'none' } })
    case 'goOnPressed':
      return goOnPressed(machine)
    case 'failureRead':
      return stay({ ...machine, failure: null })
    case 'lockedChanged':
      return stay({ ...machine, locked: event.locked })
    case 'lineMeasured':
      return stay(lineMeasured(machine, event))
    default:
      return isPicking(event) ? stepPicking(machine, event) : stay(stepShared(machine, event, moment))
  }
}

type SharedEvent = Extract<
  ShareEvent,
  {
    type:
      | `capture${string}`
      | 'factsCame'
      | 'waitedForSuccessor'
      | 'seenByViewer'
      | 'pausePressed'
      | 'resumePressed'
  }
>

function stepShared(machine: ShareMachine, event: SharedEvent, moment: Moment): ShareMachine {
  switch (event.type) {
    case 'captureOpened':
      return captureOpened(machine, event, moment)
    case 'captureFailed':
      return captureFailed(machine, event)
    case 'captureEnded':
      return captureEnded(machine, event.attempt)
    case 'captureSized':
      return captureSized(machine, event.attempt, event.size)
    case 'pausePressed':
      return ofLive(machine, { paused: true })
    case 'resumePressed':
      return ofLive(machine, { paused: false })
    case 'factsCame':
      return factsCame(machine, event.facts)
    case 'waitedForSuccessor':
      return machine.share.is === 'lost' ? { ...machine, share: { is: 'none' } } : machine
    case 'seenByViewer': {
      const { share, call } = machine
      const isThis = share.is === 'live' && share.epoch === event.epoch && call?.callId === event.callId
      return isThis ? ofLive(machine, { seen: [...share.seen, event.seen].slice(-SEEN_KEPT) }) : machine
    }
    default:
      return assertNever(event)
  }
}

function ofLive(machine: ShareMachine, change: Partial<Live>): ShareMachine {
  const { share } = machine
  return share.is === 'live' ? { ...machine, share: { ...share, ...change } } : machine
}

/** A call that takes up an interrupted one with the same person takes its share along; any other begins without. */
function callChanged(machine: ShareMachine, call: ShareCall | null): ShareMachine {
  if (call && machine.call?.person === call.person) return { ...machine, call }
  return {
    ...machine,
    call,
    picking: { is: 'closed' },
    share: { is: 'none' },
    failure: null,
    availableBps: null,
    frames: null,
    stuckLooks: 0,
    lastEpoch: 0,
  }
}

function mannerSet(machine: ShareMachine, manner: ShareManner): ShareStep {
  const { share, picking } = machine
  const wish = captureWish(manner, machine.sound)
  const preview = picking.is === 'open' && picking.preview.is === 'open' ? [picking.preview.attempt] : []
  const attempts = share.is === 'live' ? [share.attempt, ...preview] : preview
  const hint = contentHint(manner)
  const effects = attempts.map((attempt) => ({ do: 'limitCapture', attempt, wish, hint }) as const)
  return { machine: { ...machine, manner }, effects }
}

function startPressed(machine: ShareMachine, moment: Moment): ShareMachine {
  const { picking } = machine
  if (picking.is !== 'open') return machine
  const { preview } = picking
  if (preview.is === 'opening') return { ...machine, picking: { ...picking, starting: true } }
  if (preview.is !== 'open') return machine
  return goLive(machine, preview, moment)
}

interface Opened {
  readonly attempt: number
  readonly source: Source
  readonly sound: boolean
}

/** This very capture is what is sent from now on. One that was shared before goes, and its time goes on. */
function goLive(machine: ShareMachine, { attempt, source, sound }: Opened, moment: Moment): ShareMachine {
  const { share, lastEpoch, lately } = machine
  const begun = share.is === 'none' ? { sinceMs: moment.nowMs, startedAt: moment.wallMs } : share
  const { sinceMs, startedAt } = begun
  const epoch = lastEpoch + 1
  const names = [source.title, source.program ?? ''].filter((name) => name !== '')
  return {
    ...machine,
    picking: { is: 'closed' },
    share: {
      ...{ is: 'live', attempt, epoch, source, sound, sinceMs, startedAt },
      ...{ paused: false, facts: 'shown', size: null, seen: [] },
    },
    lastEpoch: epoch,
    lately: [...new Set([...names, ...lately])].slice(0, LATELY_KEPT),
    failure: null,
  }
}

function captureOpened(
  machine: ShareMachine,
  { attempt, sound, surface, label }: Extract<ShareEvent, { type: 'captureOpened' }>,
  moment: Moment,
): ShareMachine {
  const { picking, share } = machine
  if (picking.is === 'system' && picking.attempt === attempt) {
    const kind = surface === 'screen' ? 'screen' : 'window'
    return goLive(
      machine,
      { attempt, sound, source: { id: null, kind, title: label, program: null } },
      moment,
    )
  }
  if (share.is === 'lost' && share.attempt === attempt) {
    const source = { ...share.source, id: share.successor?.id ?? null }
    // The picker may be open meanwhile, for something else.
    return { ...goLive(machine, { attempt, sound, source }, moment), picking }
  }
  if (picking.is !== 'open' || picking.preview.is !== 'opening' || picking.preview.attempt !== attempt)
    return machine
  const { source } = picking.preview
  if (picking.starting) return goLive(machine, { attempt, sound, source }, moment)
  return { ...machine, picking: { ...picking, preview: { is: 'open', source, attempt, sound } } }
}

function captureFailed(
  machine: ShareMachine,
  { attempt, code, atOnce }: Extract<ShareEvent, { type: 'captureFailed' }>,
): ShareMachine {
  const { picking, share } = machine
  // No failure where the person only closed the system's dialogue: it doesn't tell the two apart, but nobody is that quick.
  if (picking.is === 'system' && picking.attempt === attempt)
    return { ...machine, picking: { is: 'closed' }, failure: atOnce ? code : null }
  if (share.is === 'lost' && share.attempt === attempt)
    return { ...machine, share: { ...share, successor: null, attempt: null }, failure: code }
  return previewFailed(machine, attempt, codeOfPreview(machine, code))
}

/** Chosen by us, so nobody said no: it is gone, or can't be captured. */
function codeOfPreview({ picking }: ShareMachine, code: FailureCode): FailureCode {
  if (code !== 'share-refused' || picking.is !== 'open') return code
  return picking.list.is === 'denied' ? code : 'share-failed'
}

function captureEnded(machine: ShareMachine, attempt: number): ShareMachine {
  const { share } = machine
  if (share.is !== 'live' || share.attempt !== attempt) return previewFailed(machine, attempt, 'source-gone')
  // The browser's own bar has a Stop too, and says nothing else.
  if (share.source.id === null) return { ...machine, share: { is: 'none' } }
  return { ...machine, share: lost(share, null) }
}

function lost({ epoch, source, sound, sinceMs, startedAt }: Live, successor: SourceFacts['successor']) {
  return { is: 'lost', epoch, source, sound, sinceMs, startedAt, successor, attempt: null } as const
}

/** A minimised window's track goes on with pictures of 2 × 2; those aren't its size. */
function captureSized(machine: ShareMachine, attempt: number, size: PictureSize | null): ShareMachine {
  const { share } = machine
  if (share.is !== 'live' || share.attempt !== attempt) return machine
  const same = share.size?.width === size?.width && share.size?.height === size?.height
  return same ? machine : { ...machine, share: { ...share, size } }
}

function factsCame(machine: ShareMachine, facts: SourceFacts): ShareMachine {
  const { share } = machine
  if (share.is === 'none' || share.source.id !== facts.id) return machine
  const successor = facts.successor
  if (share.is === 'lost') return successor ? { ...machine, share: { ...share, successor } } : machine
  if (facts.is === 'gone') return { ...machine, share: lost(share, successor) }
  return ofLive(machine, { facts: facts.is })
}

function goOnPressed(machine: ShareMachine): ShareStep {
  const { share } = machine
  if (share.is !== 'lost' || !share.successor || share.attempt !== null) return stay(machine)
  const attempt = machine.lastNumber + 1
  const next = { ...machine, lastNumber: attempt, failure: null, share: { ...share, attempt } }
  return capture({ ...next, sound: share.sound }, attempt, share.successor)
}

/** A line wavers; only what has clearly changed sets the encoders anew. */
const CLEARLY = 0.25

function lineMeasured(
  machine: ShareMachine,
  { availableBps, frames }: Extract<ShareEvent, { type: 'lineMeasured' }>,
): ShareMachine {
  const before = machine.availableBps
  const isClose =
    before !== null && availableBps !== null && Math.abs(availableBps - before) < before * CLEARLY
  const isStuck = frames !== null && frames.given >= 1 && frames.sent === 0
  const stuckLooks = isStuck ? machine.stuckLooks + 1 : 0
  return { ...machine, availableBps: isClose ? before : availableBps, frames, stuckLooks }
}

/** The captures and the dialogue that are still meant to be there. */
export function wantedCaptures({ picking, share }: ShareMachine): ReadonlySet<number> {
  const wanted = new Set<number>()
  if (share.is === 'live') wanted.add(share.attempt)
  if (share.is === 'lost' && share.attempt !== null) wanted.add(share.attempt)
  if (picking.is === 'system') wanted.add(picking.attempt)
  if (picking.is === 'open' && (picking.preview.is === 'opening' || picking.preview.is === 'open'))
    wanted.add(picking.preview.attempt)
  return wanted
}

export const wantedDialogue = ({ picking }: ShareMachine): string | null =>
  picking.is === 'open' ? picking.dialogue : null
