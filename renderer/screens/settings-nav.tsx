// Owns the settings' list of pages with the search above it; in a narrow window the list is a menu.
import {
  ArrowLeft,
  Bell,
  Headphones,
  Info,
  Keyboard,
  Search,
  Server,
  Settings,
  Shield,
  UserRound,
  Volume2,
  type LucideIcon,
} from 'lucide-react'
import type { ReactElement, RefObject } from 'react'
import { text } from '../../shared/text/en'
import { settingsWords } from '../../shared/text/en-settings'
import { PAGES, type PageId } from '../features/settings/settings-pages'
import { IconButton } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'

const ICONS: Readonly<Record<PageId, LucideIcon>> = {
  general: Settings,
  me: UserRound,
  reach: Server,
  devices: Headphones,
  calls: Bell,
  ringing: Volume2,
  keys: Keyboard,
  privacy: Shield,
  about: Info,
}

interface SettingsNavProps {
  /** Those that a search left over, or all. */
  readonly pages: readonly PageId[]
  /** Null while a search is shown. */
  readonly page: PageId | null
  readonly narrow: boolean
  readonly query: string
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onQuery: (query: string) => void
  readonly onPage: (page: PageId) => void
  readonly onEnter: () => void
  readonly onClose: () => void
}

export function SettingsNav(props: SettingsNavProps): ReactElement {
  const { narrow, query, searchField, onQuery, onEnter, onClose } = props
  return (
    <nav className="settings-nav" aria-label={settingsWords.nav}>
      <div className="settings-head">
        <h1 className="title grow">{text.settings.title}</h1>
        <IconButton kind="ghost" size="s" label={settingsWords.back} onClick={onClose}>
          <ArrowLeft />
        </IconButton>
      </div>
      {narrow && <PageMenu {...props} />}
      <Field
        label={settingsWords.search}
        labelHidden
        quiet
        ref={searchField}
        type="search"
        icon={<Search className="s" />}
        placeholder={settingsWords.search}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      />
      {!narrow && <PageList {...props} />}
    </nav>
  )
}

function PageList({ pages, page, onPage }: SettingsNavProps): ReactElement {
  return (
    <ul className="settings-pages">
      {pages.map((each) => {
        const Icon = ICONS[each]
        return (
          <li key={each}>
            <button
              type="button"
              aria-current={each === page ? 'page' : undefined}
              onClick={() => onPage(each)}
            >
              <Icon />
              {settingsWords.pages[each]}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function PageMenu({ page, onPage }: SettingsNavProps): ReactElement {
  return (
    <Select
      aria-label={settingsWords.choosePage}
      value={page ?? ''}
      onChange={(event) => {
        const chosen = PAGES.find((each) => each === event.target.value)
        if (chosen) onPage(chosen)
      }}
    >
      {page === null && <option value="">{settingsWords.search}</option>}
      {PAGES.map((each) => (
        <option key={each} value={each}>
          {settingsWords.pages[each]}
        </option>
      ))}
    </Select>
  )
}
