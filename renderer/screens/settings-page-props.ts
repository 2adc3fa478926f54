// Owns what every page of the settings is given.
import type { Settings, SettingsChange } from '../../shared/model/settings'
import type { PageId, RowId } from '../features/settings/settings-pages'

export interface SettingsPageProps {
  readonly settings: Settings
  readonly isGuest: boolean
  /** Applies at once; what fails is said at the page's head. */
  readonly change: (change: SettingsChange) => void
  /** Leads to a row, on this page or another. */
  readonly open: (page: PageId, row: RowId) => void
}

/** The element that a search leads to. */
export const rowElementId = (row: string): string => `settings-${row}`
