// Owns the window's copy of the settings. Main, or a guest's browser, has the document.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings'

export interface SettingsState {
  /** False until the document was read. */
  readonly loaded: boolean
  readonly settings: Settings
}

export type SettingsStore = StoreApi<SettingsState>
export const createSettingsStore = (): SettingsStore =>
  createStore<SettingsState>(() => ({ loaded: false, settings: DEFAULT_SETTINGS }))
