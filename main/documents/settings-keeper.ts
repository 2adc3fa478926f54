// Owns the settings document: what may be changed by the page, and by reach alone.
import { ok, type Result } from '../../shared/result'
import type { Settings, SettingsChange } from '../../shared/model/settings'
import type { StoredDocument } from './stored-document'

export interface SettingsKeeper {
  read(): Settings
  change(change: SettingsChange): Promise<Result<Settings>>
  changeReach(reach: Settings['reach']): Promise<Result<Settings>>
}

/** Answers once the disk has it or refused; a refusal is told as a trouble, the settings are in force all the same. */
export function createSettingsKeeper(
  document: StoredDocument<Settings>,
  changed: (settings: Settings) => void,
): SettingsKeeper {
  async function replace(settings: Settings): Promise<Result<Settings>> {
    const written = document.replace(settings)
    changed(settings)
    await written
    return ok(settings)
  }
  return {
    read: () => document.read(),
    change: (change) => replace({ ...document.read(), ...definedOf(change) }),
    changeReach: (reach) => replace({ ...document.read(), reach }),
  }
}

/** A key that is there with the value undefined changes nothing. */
function definedOf(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
