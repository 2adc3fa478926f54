// Owns drawing groups of rows and moving through them by arrow keys.
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { DayGroup } from './people-list'
import { PersonRow, type PersonActions } from './person-row'

interface PersonGroupsProps {
  readonly groups: readonly DayGroup[]
  readonly actions: PersonActions
  readonly removable: boolean
}

export function PersonGroups({ groups, actions, removable }: PersonGroupsProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const headingId = useId()
  const keys = groups.flatMap(({ entries }) => entries.map(({ key }) => key))
  const reachable = current !== null && keys.includes(current) ? current : keys[0]
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    const target = nextRow(event.key, at, rows.length)
    if (target === null) return
    event.preventDefault()
    rows[target]?.focus()
  }
  return (
    <div ref={box} onKeyDown={onKeyDown}>
      {groups.map(({ day, entries }) => (
        <section key={day} aria-labelledby={day ? `${headingId}${day}` : undefined}>
          {day && (
            <h2 className="people-day" id={`${headingId}${day}`}>
              {day}
            </h2>
          )}
          <ul>
            {entries.map((entry) => (
              <PersonRow
                key={entry.key}
                entry={entry}
                actions={actions}
                removable={removable}
                isCurrent={entry.key === reachable}
                onCurrent={() => setCurrent(entry.key)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Null where the key doesn't move, or there is no further row. */
function nextRow(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key === 'ArrowDown' && at + 1 < count) return at + 1
  return key === 'ArrowUp' && at > 0 ? at - 1 : null
}
