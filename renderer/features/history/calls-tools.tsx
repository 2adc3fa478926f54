// Owns the row above the recent calls: which ones are listed, and deleting those or all.
import { Trash2 } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { CallRecord } from '../../../shared/model/call-record'
import { historyWords } from '../../../shared/text/en-history'
import { Button, IconButton } from '../../ui/button'
import { Select } from '../../ui/select'
import { FILTERS, type CallFilter } from './call-rows'

interface CallsToolsProps {
  readonly filter: CallFilter
  readonly onFilter: (filter: CallFilter) => void
  readonly all: readonly CallRecord[]
  readonly shown: readonly CallRecord[]
  readonly remove: (records: readonly CallRecord[]) => void
}

export function CallsTools({ filter, onFilter, all, shown, remove }: CallsToolsProps): ReactElement {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    opener.current?.focus() // what had the focus goes
  }
  return (
    <div
      className="calls-tools"
      onKeyDown={(event: KeyboardEvent) => {
        if (open && event.key === 'Escape') close()
      }}
    >
      <Select
        aria-label={historyWords.show}
        value={filter}
        onChange={(event) => {
          const chosen = FILTERS.find((each) => each === event.target.value)
          if (chosen) onFilter(chosen)
        }}
      >
        {FILTERS.map((each) => (
          <option key={each} value={each}>
            {historyWords.filters[each]}
          </option>
        ))}
      </Select>
      <IconButton
        ref={opener}
        kind="ghost"
        label={historyWords.removeSeveral}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Trash2 />
      </IconButton>
      {open && (
        <RemoveChoice
          id={id}
          all={all}
          shown={shown}
          remove={(records) => {
            remove(records)
            close()
          }}
        />
      )}
    </div>
  )
}

interface RemoveChoiceProps extends Pick<CallsToolsProps, 'all' | 'shown' | 'remove'> {
  readonly id: string
}

/** Nothing is asked once more: there is a way back. */
function RemoveChoice({ id, all, shown, remove }: RemoveChoiceProps): ReactElement {
  const isPart = shown.length > 0 && shown.length < all.length
  return (
    <div className="calls-remove" id={id} role="group" aria-label={historyWords.removeSeveral}>
      {isPart && (
        <Button size="s" onClick={() => remove(shown)}>
          {historyWords.removeShown(shown.length)}
        </Button>
      )}
      <Button size="s" onClick={() => remove(all)}>
        {historyWords.removeAll(all.length)}
      </Button>
    </div>
  )
}
