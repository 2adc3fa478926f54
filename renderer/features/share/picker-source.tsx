// Owns one place in the picker's grid: a window or screen, or a program with many windows.
import { AppWindow, Monitor } from 'lucide-react'
import { memo, type ReactElement, type ReactNode } from 'react'
import type { ShareSource } from '../../../shared/model/share'
import { pickerWords } from '../../../shared/text/en-picker'
import type { Cell } from './picker-list'
import { shownTitle } from './share-titles'

interface PickerSourceProps {
  readonly id: string
  readonly cell: Cell
  readonly isSelected: boolean
  /** The arrow keys stand here. */
  readonly isActive: boolean
  /** It is what goes out until another one is chosen. */
  readonly isShared: boolean
  readonly onPress: (cell: Cell) => void
}

/** Every second the whole list comes anew; only what looks different is drawn again. */
export const PickerSource = memo(drawSource, (before, after) => {
  const sameState =
    before.isSelected === after.isSelected &&
    before.isActive === after.isActive &&
    before.isShared === after.isShared
  return sameState && before.id === after.id && before.onPress === after.onPress && looksSame(before, after)
})

function looksSame({ cell: before }: PickerSourceProps, { cell: after }: PickerSourceProps): boolean {
  if (before.is === 'stack') {
    const [first] = before.sources
    if (after.is !== 'stack' || before.sources.length !== after.sources.length) return false
    return before.program === after.program && isSame(first, after.sources[0])
  }
  return after.is === 'source' && isSame(before.source, after.source)
}

function isSame(one: ShareSource | undefined, other: ShareSource | undefined): boolean {
  return (
    one?.id === other?.id &&
    one?.title === other?.title &&
    one?.icon === other?.icon &&
    one?.thumbnail === other?.thumbnail &&
    one?.thumbnailFailed === other?.thumbnailFailed
  )
}

function drawSource({ id, cell, isSelected, isActive, isShared, onPress }: PickerSourceProps): ReactElement {
  const source = cell.is === 'source' ? cell.source : cell.sources[0]
  const title =
    cell.is === 'source'
      ? shownTitle(cell.source.title, cell.source.kind)
      : pickerWords.stack(cell.program, cell.sources.length)
  const program = cell.is === 'source' ? cell.source.program : null
  const named = program === null || program === title ? title : pickerWords.named(title, program)
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-label={isShared ? pickerWords.named(named, pickerWords.sharedNow) : named}
      title={title}
      className={`source ${cell.is === 'stack' ? 'is-stack' : ''} ${isActive ? 'is-active' : ''}`}
      onClick={() => onPress(cell)}
    >
      <span className="source-thumb">
        <Thumbnail source={source} />
        {isShared && <span className="source-now">{pickerWords.sharedNow}</span>}
      </span>
      <span className="source-cap">
        {source && <SourceIcon source={source} />}
        <bdi className="clip">{title}</bdi>
      </span>
    </div>
  )
}

/** Flat while it is on its way, so that nothing moves when it comes. */
function Thumbnail({ source }: { readonly source: ShareSource | undefined }): ReactNode {
  if (!source) return null
  if (source.thumbnail !== null) return <img src={source.thumbnail} alt="" draggable={false} />
  if (!source.thumbnailFailed) return null
  return (
    <span className="source-none">
      {source.kind === 'screen' ? <Monitor /> : <AppWindow />}
      {pickerWords.noPicture}
    </span>
  )
}

export function SourceIcon({ source }: { readonly source: ShareSource }): ReactElement {
  if (source.icon !== null) return <img src={source.icon} alt="" draggable={false} />
  return source.kind === 'screen' ? <Monitor className="s" /> : <AppWindow className="s" />
}
