// Owns the window's copy of the settings, and sending changes to where the document is.
import type { Result } from '../../../shared/result'
import type { Settings, SettingsChange } from '../../../shared/model/settings'
import { createScope } from '../../lib/scope'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import type { SettingsStore } from './settings-store'

export interface SettingsCommands {
  change(change: SettingsChange): Promise<Result<Settings>>
}

export interface SettingsController extends SettingsCommands {
  end(): void
}

export function createSettingsController(options: {
  readonly store: SettingsStore
  readonly desktop: Desktop
  readonly log: Log
}): SettingsController {
  const { store, desktop, log } = options
  const scope = createScope()
  const take = (settings: Settings): void => store.setState({ loaded: true, settings })

  scope.add(
    followDocument({
      read: () => desktop.call('settings.read'),
      changes: (listener) => desktop.on('settings.changed', listener),
      onDocument: take,
      onFailure: (code) => {
        log.error('settings not read', { code })
        // The defaults are usable; main has told what is wrong with the document.
        store.setState({ loaded: true })
      },
    }),
  )
  return {
    async change(change) {
      const changed = await desktop.call('settings.change', change)
      if (changed.ok && !scope.ended) take(changed.value)
      else if (!changed.ok) log.error('settings not changed', { code: changed.code })
      return changed
    },
    end: () => scope.end(),
  }
}
