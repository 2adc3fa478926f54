// Owns the table of all scenarios, by name.
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { callScenarios, endScenarios, ringScenarios } from './call-scenarios'
import { historyScenarios } from './history-scenarios'
import { homeScenarios } from './home-scenarios'
import { hostileScenarios } from './name-scenarios'
import { BEN, link } from './people-in-pictures'
import { peopleScenarios } from './people-scenarios'
import type { ScenarioName } from './scenario-names'
import { textsScenarios } from './texts-scenarios'
import { settingsScenarios } from './settings-scenarios'
import { viewingScenarios } from './viewing-scenarios'
import { pickerScenarios, sharingScenarios } from './share-scenarios'
import { guest, guestInfo, home, type Scenario, type Tracks } from './scenario-parts'

export function scenarios(tracks: Tracks): Readonly<Record<ScenarioName, Scenario>> {
  return {
    starting: home({ settingsLoaded: false }),
    'first-start': { host: { settings: DEFAULT_SETTINGS } },
    'first-start-restored': {
      host: {
        settings: { ...DEFAULT_SETTINGS, name: 'Ana Moreira' },
        info: { ...MEMORY_STATE.info, restored: true },
      },
    },
    'identity-locked': { host: { identity: { status: 'locked' }, settings: DEFAULT_SETTINGS } },
    'identity-unreadable': home({ host: { identity: { status: 'unreadable', detail: 'other computer' } } }),
    // Drawn without a client, but for the link.
    unsupported: guest({ host: { info: { ...guestInfo, openedWith: link(BEN.id) } } }),
    ...homeScenarios(),
    ...historyScenarios(),
    ...peopleScenarios(),
    ...settingsScenarios(),
    ...ringScenarios(tracks),
    ...callScenarios(tracks),
    ...pickerScenarios(tracks),
    ...sharingScenarios(tracks),
    ...viewingScenarios(tracks),
    ...textsScenarios(tracks),
    ...endScenarios(),
    ...hostileScenarios(),
    'guest-start': guest({
      host: { settings: DEFAULT_SETTINGS, info: { ...guestInfo, openedWith: link(BEN.id) } },
    }),
    'guest-start-denied': guest({ host: { settings: DEFAULT_SETTINGS } }),
    'guest-home': guest(),
    'guest-opened': guest({ host: { info: { ...guestInfo, openedWith: link(BEN.id) } } }),
  }
}
