// Owns what sharing does next: every event's step, pure. Picking is share-picking.ts; how it looks from outside share-view.ts.
// At most one source is shared and one previewed; what neither names is closed by the controller.
import { assertNever } from '../../../shared/assert-never'
import type { FailureCode } from '../../../shared/failure'
import { DEFAULT_MANNER, type ShareManner, type SourceFacts } from '../../../shared/model/share'
import { captureWish, contentHint } from './choose-encoding'
import { lineMeasured } from './share-line'
import { capture, isPicking, previewFailed, stay, stepPicking } from './share-picking'
import { lostShare, mayGoOn, withoutSuccessor, withSuccessor } from './share-lost'
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
      return goOnPressed(machine, moment)
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
      return captureFailed(machine, event, moment)
    case 'captureEnded':
      return captureEnded(machine, event.attempt, moment)
    case 'captureLooked':
      return captureLooked(machine, event)
    case 'pausePressed':
      return ofLive(machine, { paused: true })
    case 'resumePressed':
      return ofLive(machine, { paused: false })
    case 'factsCame':
      return factsCame(machine, event.facts, moment)
    case 'waitedForSuccessor':
      return waitedForSuccessor(machine)
    case 'seenByViewer':
      return seenByViewer(machine, event)
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
  const wish = captureWish(manner, machine.sound)
  const hint = contentHint(manner)
  // Also those on their way.
  const effects = [...wantedCaptures(machine)].map(
    (attempt) => ({ do: 'limitCapture', attempt, wish, hint }) as const,
  )
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
      ...{ paused: false, facts: 'shown', size: null, stopped: false },
      ...{ seen: [], unheardLooks: 0 },
    },
    stuckLooks: 0,
    frames: null,
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
    const about = { title: label, program: null, surface: surface === 'tab' ? surface : kind } as const
    const source: Source = { id: null, kind, ...about }
    return goLive(machine, { attempt, sound, source }, moment)
  }
  if (share.is === 'lost' && share.attempt === attempt) {
    const { id = null, title = share.source.title } = share.successor ?? {}
    const source = { ...share.source, id, title }
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
  moment: Moment,
): ShareMachine {
  const { picking, share } = machine
  // No failure where the person only closed the system's dialogue: it doesn't tell the two apart, but nobody is that quick.
  if (picking.is === 'system' && picking.attempt === attempt)
    return { ...machine, picking: { is: 'closed' }, failure: atOnce ? code : null }
  if (share.is === 'lost' && share.attempt === attempt)
    return { ...machine, share: withoutSuccessor(share, moment), failure: code }
  return previewFailed(machine, attempt, codeOfPreview(machine, code))
}

/** Chosen by us, so nobody said no: it is gone, or can't be captured. */
function codeOfPreview({ picking }: ShareMachine, code: FailureCode): FailureCode {
  if (code !== 'share-refused' || picking.is !== 'open') return code
  return picking.list.is === 'denied' ? code : 'share-failed'
}

function captureEnded(machine: ShareMachine, attempt: number, moment: Moment): ShareMachine {
  const { share } = machine
  if (share.is !== 'live' || share.attempt !== attempt) return previewFailed(machine, attempt, 'source-gone')
  // The browser's own bar has a Stop too, and says nothing else.
  if (share.source.id === null) return { ...machine, share: { is: 'none' } }
  return { ...machine, share: lostShare(share, null, moment) }
}

function captureLooked(
  machine: ShareMachine,
  { attempt, size, stopped }: Extract<ShareEvent, { type: 'captureLooked' }>,
): ShareMachine {
  const { share } = machine
  if (share.is !== 'live' || share.attempt !== attempt) return machine
  const isSameSize = share.size?.width === size?.width && share.size?.height === size?.height
  return isSameSize && share.stopped === stopped ? machine : ofLive(machine, { size, stopped })
}

function factsCame(machine: ShareMachine, facts: SourceFacts, moment: Moment): ShareMachine {
  const { share } = machine
  if (share.is === 'none' || share.source.id !== facts.id) return machine
  const { successor } = facts
  if (share.is === 'lost') return { ...machine, share: withSuccessor(share, successor, moment) }
  if (facts.is === 'gone') return { ...machine, share: lostShare(share, successor, moment) }
  return ofLive(machine, { facts: facts.is })
}

function waitedForSuccessor(machine: ShareMachine): ShareMachine {
  const { share } = machine
  return share.is === 'lost' && share.attempt === null ? { ...machine, share: { is: 'none' } } : machine
}

function seenByViewer(
  machine: ShareMachine,
  { epoch, callId, seen }: Extract<ShareEvent, { type: 'seenByViewer' }>,
): ShareMachine {
  const { share, call } = machine
  if (share.is !== 'live' || share.epoch !== epoch || call?.callId !== callId) return machine
  return ofLive(machine, { seen: [...share.seen, seen].slice(-SEEN_KEPT), unheardLooks: 0 })
}

function goOnPressed(machine: ShareMachine, moment: Moment): ShareStep {
  const { share } = machine
  if (share.is !== 'lost' || !share.successor || !mayGoOn(share, moment)) return stay(machine)
  const { dialogue, id } = share.successor
  const attempt = machine.lastNumber + 1
  const next = { ...machine, lastNumber: attempt, failure: null, share: { ...share, attempt } }
  return capture({ ...next, sound: share.sound }, attempt, { dialogue, id })
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
