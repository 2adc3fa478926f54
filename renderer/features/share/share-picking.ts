// Owns choosing what to share, as far as it is pure: the picker's dialogue, its list, the preview that follows the
// selection. What a chosen source becomes is share-machine.ts.
import { assertNever } from '../../../shared/assert-never'
import type { FailureCode } from '../../../shared/failure'
import type { ShareSources } from '../../../shared/model/share'
import { captureWish, contentHint } from './choose-encoding'
import type { Picking, PreviewState, ShareEvent, ShareMachine, ShareStep } from './share-state'
import type { SourceList } from './share-store'

export type OpenPicking = Extract<Picking, { is: 'open' }>

const PICKING = [
  'openPressed',
  'previewPressed',
  'soundSet',
  'cancelPressed',
  'dialogueOpened',
  'dialogueFailed',
  'sourcesCame',
] as const
export type PickingEvent = Extract<ShareEvent, { type: (typeof PICKING)[number] }>

export function isPicking(event: ShareEvent): event is PickingEvent {
  return PICKING.some((type) => type === event.type)
}

export function stepPicking(machine: ShareMachine, event: PickingEvent): ShareStep {
  switch (event.type) {
    case 'openPressed':
      return openPicking(machine)
    case 'previewPressed':
      return previewPressed(machine, event.sourceId)
    case 'soundSet':
      return soundSet(machine, event.on)
    case 'cancelPressed':
      return stay({ ...machine, picking: { is: 'closed' } })
    case 'dialogueOpened':
      return dialogueOpened(machine, event.request, event.dialogue)
    case 'dialogueFailed':
      return dialogueFailed(machine, event.request, event.code)
    case 'sourcesCame':
      return sourcesCame(machine, event.sources)
    default:
      return assertNever(event)
  }
}

export const stay = (machine: ShareMachine): ShareStep => ({ machine, effects: [] })

function openPicking(machine: ShareMachine): ShareStep {
  if (!machine.call || machine.picking.is !== 'closed') return stay(machine)
  const number = machine.lastNumber + 1
  const begun = { ...machine, lastNumber: number, failure: null }
  if (machine.abilities?.picker !== 'system') {
    const picking: Picking = { is: 'opening', request: number, early: null }
    return { machine: { ...begun, picking }, effects: [{ do: 'openDialogue', request: number }] }
  }
  return capture({ ...begun, picking: { is: 'system', attempt: number } }, number, null)
}

function dialogueOpened(machine: ShareMachine, request: number, dialogue: string): ShareStep {
  const { picking } = machine
  if (picking.is !== 'opening' || picking.request !== request) return stay(machine)
  const open = withPicking(machine, { dialogue, list: { is: 'loading' } })
  return picking.early ? sourcesCame(open, picking.early) : stay(open)
}

function dialogueFailed(machine: ShareMachine, request: number, code: FailureCode): ShareStep {
  const { picking } = machine
  if (picking.is !== 'opening' || picking.request !== request) return stay(machine)
  const is = code === 'share-refused' ? 'denied' : 'failed'
  return stay(withPicking(machine, { dialogue: null, list: { is } }))
}

function withPicking(machine: ShareMachine, about: Pick<OpenPicking, 'dialogue' | 'list'>): ShareMachine {
  const picking = { is: 'open', ...about, preview: { is: 'none' }, starting: false } as const
  return { ...machine, picking }
}

function sourcesCame(machine: ShareMachine, sources: ShareSources): ShareStep {
  const { picking } = machine
  if (picking.is === 'opening') return stay({ ...machine, picking: { ...picking, early: sources } })
  if (picking.is !== 'open' || picking.dialogue !== sources.dialogue) return stay(machine)
  const list: SourceList = sources.state
  const gone = isGone(picking.preview, list)
  const preview: PreviewState = gone === null ? picking.preview : failed(gone, 'source-gone')
  const starting = picking.starting && gone === null
  return stay({ ...machine, picking: { ...picking, list, preview, starting } })
}

const failed = (sourceId: string, code: FailureCode): PreviewState => ({ is: 'failed', sourceId, code })

/** The id of the previewed source, if the whole list is there and it is not. */
function isGone(preview: PreviewState, list: SourceList): string | null {
  if (preview.is === 'none' || preview.is === 'failed') return null
  if (list.is !== 'listed' || list.left > 0) return null
  const { id } = preview.source
  return list.sources.some((source) => source.id === id) ? null : id
}

function previewPressed(machine: ShareMachine, sourceId: string): ShareStep {
  const { picking } = machine
  if (picking.is !== 'open' || picking.list.is !== 'listed') return stay(machine)
  const { preview } = picking
  const isThere = (preview.is === 'opening' || preview.is === 'open') && preview.source.id === sourceId
  return isThere ? stay(machine) : reopen(machine, picking, sourceId)
}

function soundSet(machine: ShareMachine, on: boolean): ShareStep {
  const sound = on && machine.abilities?.systemSound.is === 'available'
  if (sound === machine.sound) return stay(machine)
  const changed = { ...machine, sound }
  const { picking } = machine
  const preview = picking.is === 'open' ? picking.preview : null
  if (picking.is !== 'open' || (preview?.is !== 'opening' && preview?.is !== 'open')) return stay(changed)
  const again = reopen(changed, picking, preview.source.id)
  const { picking: next } = again.machine
  // Share was pressed already, and still means this source.
  if (next.is !== 'open') return again
  return {
    ...again,
    machine: { ...again.machine, picking: { ...next, starting: picking.starting } },
  }
}

function reopen(machine: ShareMachine, picking: OpenPicking, sourceId: string): ShareStep {
  const { list, dialogue } = picking
  const source = list.is === 'listed' ? list.sources.find(({ id }) => id === sourceId) : undefined
  if (!source || dialogue === null) return stay(machine)
  const attempt = machine.lastNumber + 1
  const { id, kind, title, program } = source
  const preview = { is: 'opening', source: { id, kind, title, program }, attempt } as const
  const next = { ...machine, lastNumber: attempt, picking: { ...picking, preview, starting: false } }
  return capture(next, attempt, { dialogue, id })
}

export function capture(
  machine: ShareMachine,
  attempt: number,
  source: { readonly dialogue: string; readonly id: string } | null,
): ShareStep {
  const { manner, sound } = machine
  const wish = captureWish(manner, sound)
  return { machine, effects: [{ do: 'openCapture', attempt, source, wish, hint: contentHint(manner) }] }
}

/** The previewed source can't be captured, or no more. */
export function previewFailed(machine: ShareMachine, attempt: number, code: FailureCode): ShareMachine {
  const { picking } = machine
  if (picking.is !== 'open' || picking.preview.is === 'none' || picking.preview.is === 'failed')
    return machine
  if (picking.preview.attempt !== attempt) return machine
  const preview = failed(picking.preview.source.id, code)
  return { ...machine, picking: { ...picking, preview, starting: false } }
}
