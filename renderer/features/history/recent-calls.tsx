// Owns the list of recent calls: which ones, by day, one of them opened; and that missed ones were seen.
import { useMemo, useState, type ReactElement } from 'react'
import { useStore, type ExtractState, type StoreApi } from 'zustand'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Blocked, Contact } from '../../../shared/model/contact'
import { missedCount } from '../../../shared/model/missed-calls'
import { historyWords } from '../../../shared/text/en-history'
import { text } from '../../../shared/text/en'
import type { Clock } from '../../platform/clock'
import { dayName } from '../../ui/format'
import { useNow } from '../../ui/use-now'
import { VirtualList } from '../../ui/virtual-list'
import { WaitingRows } from '../../ui/waiting-rows'
import { CallRowView, type CallActions } from './call-row'
import { listCalls, rowsOf, shownCalls, type CallFilter, type CallRow } from './call-rows'
import { CallsTools } from './calls-tools'
import { NoCalls } from './no-calls'
import { useSeen } from './use-seen'
import './history.css'

/** What this list reads of the people's store. */
interface Listed {
  readonly loaded: boolean
  readonly contacts: readonly Contact[]
  readonly blocked: readonly Blocked[]
  readonly records: readonly CallRecord[]
  readonly seenBelow: number
}
export type ListedStore = Pick<StoreApi<Listed>, 'getState' | 'getInitialState' | 'subscribe'>

interface RecentCallsProps {
  readonly people: ListedStore
  readonly clock: Clock
  readonly query: string
  readonly actions: CallActions
}

const ROW_HEIGHT = 52
const keyOf = ({ key }: CallRow): string => key

export function RecentCalls({ people, clock, query, actions }: RecentCallsProps): ReactElement {
  const state = useStore(people)
  const [filter, setFilter] = useState<CallFilter>('all')
  const [opened, setOpened] = useState<string | null>(null)
  const rows = useRows(state, query, filter)
  const newFrom = useSeen({
    seenBelow: state.seenBelow,
    hasUnseen: useMemo(() => missedCount(state) > 0, [state]),
    isListed: state.loaded && query === '' && (filter === 'all' || filter === 'missed'),
    onSeen: actions.see,
  })
  useNow(clock, 60_000) // "Today" becomes "Yesterday"
  if (!state.loaded) return <WaitingRows />
  if (state.records.length === 0) return <NoCalls query="" filter="all" onShowAll={() => undefined} />
  const shown = rows.flatMap(({ calls }) => calls)
  return (
    <>
      <CallsTools
        filter={filter}
        onFilter={setFilter}
        all={state.records}
        shown={shown}
        remove={actions.remove}
      />
      {rows.length === 0 ? (
        <NoCalls query={query} filter={filter} onShowAll={() => setFilter('all')} />
      ) : (
        <VirtualList
          label={text.home.recent}
          items={rows}
          keyOf={keyOf}
          rowHeight={ROW_HEIGHT}
          view={`${filter} ${query}`}
          headingOf={({ day, newest }, index) =>
            rows[index - 1]?.day === day ? null : dayName(newest.startedAt, clock.wallNow())
          }
        >
          {(row, place) => (
            <CallRowView
              row={row}
              place={place}
              newFrom={newFrom}
              actions={actions}
              isOpen={opened === row.key}
              isBlocked={opened === row.key && state.blocked.some(({ id }) => id === row.id)}
              onOpen={(open) => setOpened(open ? row.key : null)}
            />
          )}
        </VirtualList>
      )}
    </>
  )
}

function useRows(
  { records, contacts }: ExtractState<ListedStore>,
  query: string,
  filter: CallFilter,
): readonly CallRow[] {
  const listed = useMemo(() => listCalls(records, contacts), [records, contacts])
  return useMemo(() => rowsOf(shownCalls(listed, { query, filter })), [listed, query, filter])
}

/** For the tab that leads here. */
export function RecentLabel({ people }: { readonly people: ListedStore }): ReactElement {
  const missed = useStore(people, missedCount)
  return (
    <>
      {text.home.recent}
      {missed > 0 && (
        <>
          <span className="count" aria-hidden="true">
            {historyWords.badge(missed)}
          </span>
          <span className="sr">{historyWords.missedCount(missed)}</span>
        </>
      )}
    </>
  )
}
