// Owns the frame around the list of people: one search over recent calls and contacts, and which of the two is shown.
import { Search } from 'lucide-react'
import { useRef, useState, type ReactElement, type ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { Field } from '../../ui/field'
import { Segments } from '../../ui/segments'
import { useShortcut } from '../../ui/use-shortcut'
import { ContactsTab, type ContactsTabActions } from './contacts-tab'
import type { PeopleStore } from './people-store'
import './people.css'

interface PeoplePanelProps {
  readonly people: PeopleStore
  /** The list of recent calls, as searched. */
  readonly recent: (query: string) => ReactNode
  readonly recentLabel: ReactNode
  readonly actions: ContactsTabActions
  readonly tab: PeopleTab
  readonly onTab: (tab: PeopleTab) => void
}

export type PeopleTab = 'recent' | 'contacts'

export function PeoplePanel(props: PeoplePanelProps): ReactElement {
  const { people, actions, recent, recentLabel, tab, onTab } = props
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useShortcut('searchPeople', () => {
    search.current?.focus()
    search.current?.select()
  })
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
      <Segments<PeopleTab>
        kind="tabs"
        label={text.home.people}
        segments={[
          { value: 'recent', label: recentLabel, panelId: 'people-list' },
          { value: 'contacts', label: text.home.contacts, panelId: 'people-list' },
        ]}
        value={tab}
        onChange={onTab}
      />
      <div className="people-list" id="people-list" role="tabpanel" aria-label={text.home[tab]}>
        {tab === 'recent' ? recent(query) : <ContactsTab people={people} query={query} actions={actions} />}
      </div>
    </section>
  )
}
