// Owns what a search in the settings found: rows under their pages; choosing one leads to it.
import type { ReactElement } from 'react'
import { settingsWords } from '../../shared/text/en-settings'
import type { FoundPage } from '../features/settings/search-settings'
import type { PageId, RowId } from '../features/settings/settings-pages'

interface SettingsFoundProps {
  readonly query: string
  readonly found: readonly FoundPage[]
  readonly onOpen: (page: PageId, row: RowId) => void
}

export function SettingsFound({ query, found, onOpen }: SettingsFoundProps): ReactElement {
  const count = found.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <section className="settings-page" aria-label={settingsWords.search}>
      <div className="settings-column">
        <p className={count === 0 ? 'sr' : 'small muted'} role="status">
          {settingsWords.found(count)}
        </p>
        {count === 0 && (
          <div className="settings-void">
            <p className="strong">{settingsWords.nothingFound(query.trim())}</p>
            <p className="muted">{settingsWords.nothingFoundHint}</p>
          </div>
        )}
        {found.map(({ page, rows }) => (
          <section key={page} className="settings-found">
            <h2 className="small muted">{settingsWords.pages[page]}</h2>
            <ul>
              {rows.map((row) => (
                <li key={row}>
                  <button type="button" onClick={() => onOpen(page, row)}>
                    {settingsWords.rows[row].title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
