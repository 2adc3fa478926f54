// Owns the list of people: recent calls by day, contacts by name, one search over both.
import { Search, Users } from 'lucide-react'
import { useRef, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import type { Clock } from '../../platform/clock'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Segments } from '../../ui/segments'
import { useNow } from '../../ui/use-now'
import { useShortcut } from '../../ui/use-shortcut'
import { contactEntries, recentGroups, type DayGroup } from './people-list'
import type { PeopleStore } from './people-store'
import { PersonGroups } from './person-groups'
import type { PersonActions } from './person-row'
import './people.css'

interface PeoplePanelProps {
  readonly people: PeopleStore
  readonly clock: Clock
  readonly actions: PersonActions
}

type Tab = 'recent' | 'contacts'
const FIRST = 100

export function PeoplePanel({ people, clock, actions }: PeoplePanelProps): ReactElement {
  const [tab, setTab] = useState<Tab>('recent')
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(FIRST)
  const search = useRef<HTMLInputElement>(null)
  useShortcut('searchPeople', () => {
    search.current?.focus()
    search.current?.select()
  })
  const { loaded, records, contacts } = useStore(people)
  useNow(clock, 60_000) // "Today" becomes "Yesterday"
  const groups: readonly DayGroup[] =
    tab === 'recent'
      ? recentGroups(records, contacts, { query, nowMs: clock.wallNow(), most })
      : [{ day: '', entries: contactEntries(contacts, query) }]
  const isEmpty = groups.every(({ entries }) => entries.length === 0)
  return (
    <section className="people" aria-label={text.home.people}>
      <Field
        ref={search}
        label={text.home.search}
        labelHidden
        quiet
        type="search"
        icon={<Search />}
        placeholder={text.home.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
      />
      <Segments<Tab>
        kind="tabs"
        label={text.home.people}
        segments={[
          { value: 'recent', label: text.home.recent, panelId: 'people-list' },
          { value: 'contacts', label: text.home.contacts, panelId: 'people-list' },
        ]}
        value={tab}
        onChange={setTab}
      />
      <div className="people-list" id="people-list" role="tabpanel" aria-label={text.home[tab]}>
        {!loaded && <LoadingRows />}
        {loaded && isEmpty && <Nobody tab={tab} query={query} />}
        {loaded && !isEmpty && (
          <PersonGroups key={tab} groups={groups} actions={actions} removable={tab === 'contacts'} />
        )}
        {tab === 'recent' && loaded && records.length > most && !isEmpty && (
          <Button className="people-more" onClick={() => setMost(most + FIRST)}>
            {text.home.showMore}
          </Button>
        )}
      </div>
    </section>
  )
}

function LoadingRows(): ReactElement {
  return (
    <div aria-busy="true">
      <span className="sr">{text.home.loadingPeople}</span>
      <span className="person-wait" />
      <span className="person-wait" />
      <span className="person-wait" />
    </div>
  )
}

function Nobody({ tab, query }: { readonly tab: Tab; readonly query: string }): ReactElement {
  const { home } = text
  const [title, hint] =
    query !== ''
      ? [home.nobodyFound(query), home.nobodyFoundHint]
      : tab === 'recent'
        ? [home.noCallsTitle, home.noCallsHint]
        : [home.noContactsTitle, home.noContactsHint]
  return (
    <div className="people-void">
      <Users className="xl" />
      <h2>{title}</h2>
      <p className="muted">{hint}</p>
    </div>
  )
}
