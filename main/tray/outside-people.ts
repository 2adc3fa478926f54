// Owns which people the tray and the notifications name: who called in vain, favourites, and who was talked with lately. Pure.
import type { History } from '../../shared/model/call-record'
import type { Contacts } from '../../shared/model/contact'
import { unseenMissed } from '../../shared/model/missed-calls'
import type { TrayPeople } from './people-items'
import type { TrayPerson } from './tray-names'

/** Reading further back than this finds nobody who was called lately. */
const MOST_RECORDS = 200

export function outsidePeople({ contacts, blocked }: Contacts, history: History): TrayPeople {
  const names = new Map(contacts.map(({ id, name }) => [id, name]))
  const shut = new Set(blocked.map(({ id }) => id))
  /** A contact's own name wins. */
  const named = ({ id, name }: TrayPerson): TrayPerson => ({ id, name: names.get(id) ?? name })
  const reachable = new Set(contacts.flatMap(({ id, server }) => (server === null ? [] : [id])))
  const recent = history.records
    .slice(0, MOST_RECORDS)
    .filter(({ id, callBack }) => !shut.has(id) && (reachable.has(id) || callBack !== null))
  return {
    missed: unseenMissed(history).map((call) => ({
      ...named(call),
      ...(call.reason === 'answered-too-late' ? { tooLate: true } : {}),
    })),
    favourites: contacts.filter(({ id, favourite }) => favourite && reachable.has(id)).map(named),
    recent: recent.map(named),
  }
}
