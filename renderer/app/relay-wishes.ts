// Owns what calls are told of "relay only": with whom, and which of our links may then be told. Pure.
import type { Contact } from '../../shared/model/contact'
import type { ConnectionState } from '../features/connection/connection-store'
import type { PeopleState } from '../features/people/people-store'
import type { SettingsState } from '../features/settings/settings-store'

interface Wishes {
  readonly settings: SettingsState
  readonly people: Pick<PeopleState, 'loaded'>
  /** Whom the call is with; null where they aren't a contact. */
  readonly contact: Pick<Contact, 'relayOnly'> | null
}

/** Until both documents are read nobody knows, and an address that was told can't be taken back. */
export function isRelayOnly({ settings, people, contact }: Wishes): boolean {
  if (!settings.loaded || !people.loaded) return true
  return settings.settings.relayOnly || contact?.relayOnly === true
}

/** Empty while there is none. A link to the server inside this app has this computer's address in it. */
export function linkToTell({ appLink, reach }: ConnectionState, relayOnly: boolean): string {
  const { home } = reach
  const isHere = home.status === 'ready' && home.embedded
  return (relayOnly && isHere ? null : appLink) ?? ''
}
