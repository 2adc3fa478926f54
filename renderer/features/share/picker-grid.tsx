// Owns the picker's grid: one list box over all sections, and arrow keys in two dimensions.
import { useEffect, useId, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { pickerWords } from '../../../shared/text/en-picker'
import type { Cell, Section } from './picker-list'
import { cellAfter, moveOf } from './picker-moves'
import { PickerSource } from './picker-source'

interface PickerGridProps {
  readonly grid: RefObject<HTMLDivElement | null>
  readonly label: string
  readonly sections: readonly Section[]
  /** Of the source that is selected, and of the cell where the keys stand. */
  readonly selectedKey: string | null
  readonly activeKey: string | null
  /** What is shared already. */
  readonly sharedId: string | null
  readonly onMove: (cell: Cell) => void
  readonly onPress: (cell: Cell) => void
  /** Enter, on a source or a program. */
  readonly onEnter: (cell: Cell) => void
  /** Space. */
  readonly onLook: (cell: Cell) => void
  /** Up from the first row, or a letter: back to the search. */
  readonly onLeave: () => void
  /** The pointer is over it. */
  readonly onPoint: () => void
}

const TITLES: Readonly<Record<Section['name'], string | null>> = {
  lately: pickerWords.lately,
  open: pickerWords.openWindows,
  screens: null,
}

export function PickerGrid(props: PickerGridProps): ReactElement {
  const { grid, label, sections, selectedKey, activeKey, sharedId, onPress, onPoint } = props
  const listId = useId()
  const idOf = (key: string) => `${listId}-${key}`
  const cells = sections.flatMap((section) => section.cells)
  const isThere = cells.some(({ key }) => key === activeKey)
  useEffect(() => {
    if (document.activeElement !== grid.current) return
    grid.current?.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' })
  }, [grid, activeKey])
  return (
    <div
      ref={grid}
      className="sources"
      role="listbox"
      aria-label={label}
      aria-activedescendant={isThere && activeKey !== null ? idOf(activeKey) : undefined}
      tabIndex={0}
      onPointerMove={onPoint}
      onKeyDown={(event) => onKeyDown(event, cells, props)}
    >
      {sections.map(({ name, cells: ofSection }) => (
        <div key={name} role="group" aria-label={TITLES[name] ?? label}>
          {TITLES[name] !== null && (
            <div className="source-head" aria-hidden="true">
              {TITLES[name]}
            </div>
          )}
          <div className={`source-grid is-${name}`} role="presentation">
            {ofSection.map((cell) => (
              <PickerSource
                key={cell.key}
                id={idOf(cell.key)}
                cell={cell}
                isSelected={cell.key === selectedKey}
                isActive={cell.key === activeKey}
                isShared={sharedId !== null && holds(cell, sharedId)}
                onPress={onPress}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

const holds = (cell: Cell, id: string): boolean =>
  cell.is === 'source' ? cell.source.id === id : cell.sources.some((source) => source.id === id)

function onKeyDown(event: KeyboardEvent<HTMLElement>, cells: readonly Cell[], props: PickerGridProps): void {
  const { sections, activeKey, onMove, onEnter, onLook, onLeave } = props
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = cells.findIndex(({ key }) => key === activeKey)
  const active = cells[at]
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    if (active) (event.key === 'Enter' ? onEnter : onLook)(active)
    return
  }
  const move = moveOf(event.key)
  if (move === null) {
    // Not prevented: the letter is typed into what has the focus then.
    if (Array.from(event.key).length === 1) onLeave()
    return
  }
  event.preventDefault()
  const counts = sections.map((section) => section.cells.length)
  const next = cellAfter({ counts, columns: columnsOf(event.currentTarget) }, at < 0 ? null : at, move)
  if (next === 'out') onLeave()
  else if (cells[next]) onMove(cells[next])
}

/** As laid out now. */
function columnsOf(list: HTMLElement): number {
  const first = list.querySelector('.source-grid')
  const columns = first ? getComputedStyle(first).gridTemplateColumns.split(' ').filter(Boolean).length : 1
  return Math.max(1, columns)
}
