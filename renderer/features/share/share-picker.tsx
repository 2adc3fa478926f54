// Owns the picker as a whole: what kind is listed, the search, the grid and the panel beside it, and what Enter means where.
import { Search } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { pickerWords } from '../../../shared/text/en-picker'
import type { Clock } from '../../platform/clock'
import { BareDialog } from '../../ui/bare-dialog'
import { Field } from '../../ui/field'
import { Segments } from '../../ui/segments'
import { PickerBody } from './picker-body'
import { usePickerChoice } from './picker-choice'
import type { Cell } from './picker-list'
import { PickerPanel } from './picker-panel'
import type { PickerState, ShareCommands, ShareStore } from './share-store'
import { usePickerList } from './use-picker-list'
import './picker.css'

interface SharePickerProps {
  readonly share: ShareStore
  readonly commands: ShareCommands
  readonly clock: Clock
  /** Who will see it, as inside a sentence. */
  readonly name: string
}

export function SharePicker(props: SharePickerProps): ReactElement | null {
  const picker = useStore(props.share, (state) => state.picker)
  return picker && <OpenPicker {...props} picker={picker} />
}

const KINDS = [
  { value: 'screen', label: pickerWords.screens },
  { value: 'window', label: pickerWords.windows },
] as const

interface OpenPickerProps extends SharePickerProps {
  readonly picker: PickerState
}

function OpenPicker({ share, commands, clock, name, picker }: OpenPickerProps): ReactElement {
  const field = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const [isNear, setNear] = useState(false)
  const sharedId = useStore(share, ({ own }) => (own.is === 'live' ? own.sourceId : null))
  const choice = usePickerChoice(picker, commands, clock)
  const { kind, search, sections, cells, ...list } = usePickerList(share, picker.list)
  const chosenKey = choice.source?.id ?? null
  const goTo = (cell: Cell, atOnce: boolean) => {
    setAt(cell.key)
    if (cell.is === 'source') choice.choose(cell.source, atOnce)
  }
  const layOut = ({ group, sources: [first] }: Extract<Cell, { is: 'stack' }>) => {
    list.layOut(group)
    if (first) setAt(first.id)
  }
  const press = (cell: Cell) => (cell.is === 'stack' ? layOut(cell) : goTo(cell, true))
  const share_ = () => {
    choice.look()
    commands.start()
  }
  const enter = (cell: Cell) => (cell.key === chosenKey && !choice.isGone ? share_() : press(cell))
  const look = (cell: Cell) => (cell.key === chosenKey && !choice.isGone ? setNear(!isNear) : press(cell))
  const onSearchKey = (event: KeyboardEvent) => {
    const chosen = cells.find(({ key }) => key === chosenKey)
    const [first] = cells
    if ((event.key !== 'Enter' && event.key !== 'ArrowDown') || !first) return
    event.preventDefault()
    if (event.key === 'Enter' && chosen) return enter(chosen)
    grid.current?.focus()
    if (event.key === 'Enter') return press(first)
    if (!cells.some(({ key }) => key === at)) goTo(chosen ?? first, false)
  }
  const again = () => {
    commands.cancel()
    commands.open()
  }
  return (
    <BareDialog
      title={pickerWords.title[picker.purpose]}
      className="picker"
      onClose={() => (isNear ? setNear(false) : commands.cancel())}
      focusFirst={field}
    >
      <div className="picker-tools">
        <Segments
          kind="choice"
          label={pickerWords.kinds}
          segments={KINDS}
          value={kind}
          onChange={list.setKind}
        />
        <Field
          ref={field}
          type="search"
          label={pickerWords.search}
          labelHidden
          icon={<Search className="s" />}
          placeholder={kind === 'window' ? pickerWords.searchWindows : pickerWords.searchScreens}
          value={search}
          onChange={({ target }) => list.setSearch(target.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      <PickerBody
        list={picker.list}
        grid={{
          ...{ grid, sections, label: kind === 'window' ? pickerWords.windows : pickerWords.screens },
          ...{ selectedKey: chosenKey, activeKey: at ?? chosenKey, sharedId },
          ...{ onMove: (cell) => goTo(cell, false), onPress: press, onEnter: enter, onLook: look },
          onLeave: () => field.current?.focus(),
          onPoint: list.hold,
        }}
        {...{ kind, search, name, share }}
        onClear={() => {
          list.setSearch('')
          field.current?.focus()
        }}
        onAgain={again}
        onSettings={() => commands.openSystemSettings()}
      />
      <PickerPanel
        {...{ share, commands, picker, choice, kind, name, isNear }}
        onNear={setNear}
        onShare={share_}
      />
    </BareDialog>
  )
}
