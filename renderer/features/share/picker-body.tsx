// Owns the left of the picker: the grid, or what stands in its place.
import { Info } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { useStore } from 'zustand'
import { pickerWords } from '../../../shared/text/en-picker'
import { PickerGrid } from './picker-grid'
import type { SourceKind } from './picker-list'
import { LookingDenied, LookingFailed, NothingListed } from './picker-void'
import type { ShareStore, SourceList } from './share-store'

interface PickerBodyProps {
  readonly list: SourceList
  readonly grid: ComponentProps<typeof PickerGrid>
  readonly kind: SourceKind
  readonly search: string
  readonly name: string
  readonly share: ShareStore
  readonly onClear: () => void
  readonly onAgain: () => void
  readonly onSettings: () => void
}

export function PickerBody(props: PickerBodyProps): ReactElement {
  const { list, grid, kind, search, name, share, onClear, onAgain, onSettings } = props
  const hidesOwn = useStore(share, ({ abilities }) => abilities?.hidesOwnWindows ?? false)
  switch (list.is) {
    case 'loading':
      return <Loading />
    case 'denied':
      return <LookingDenied onAgain={onAgain} onSettings={onSettings} />
    case 'failed':
      return <LookingFailed onAgain={onAgain} />
    case 'listed':
      break
  }
  const count = grid.sections.reduce((sum, { cells }) => sum + cells.length, 0)
  if (count === 0) return <NothingListed kind={kind} search={search} onClear={onClear} />
  const { seesAll, seesAllAndUs, left, found } = pickerWords
  return (
    <div className="picker-left">
      <PickerGrid {...grid} />
      {kind === 'screen' && <Hint words={(hidesOwn ? seesAll : seesAllAndUs)(name)} />}
      {kind === 'window' && list.left > 0 && <Hint words={left(list.left)} />}
      <p className="sr" role="status">
        {search !== '' && found(count)}
      </p>
    </div>
  )
}

function Hint({ words }: { readonly words: string }): ReactElement {
  return (
    <p className="picker-hint">
      <Info className="s" />
      <span>{words}</span>
    </p>
  )
}

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f']

/** Names are there within a moment; nothing jumps when they come. */
function Loading(): ReactElement {
  return (
    <div className="picker-left" role="status" aria-label={pickerWords.looking}>
      <div className="sources is-loading" aria-hidden="true">
        <div className="source-grid">
          {PLACES.map((place) => (
            <div key={place} className="source">
              <span className="source-thumb" />
              <span className="source-cap">
                <span className="source-line" />
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
