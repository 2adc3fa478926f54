// Owns the people in the tray's menu: who called in vain, and who can be called with one press. Pure.
import { trayWords as words } from '../../shared/text/desktop-tray-en'
import { joined, type TrayAsk, type TrayItem } from './tray-item'
import { namedPeople, type TrayPerson } from './tray-names'

export type TrayPeople = {
  /** One for each missed call that wasn't seen, newest first. */
  readonly missed: readonly (TrayPerson & { readonly tooLate?: true })[]
  readonly favourites: readonly TrayPerson[]
  /** Newest first; may repeat, and may have favourites among them. */
  readonly recent: readonly TrayPerson[]
}

const MOST = 10

const callTo = (id: string, busy: boolean): TrayAsk | null => (busy ? null : { verb: 'call-person', id })
const why = (busy: boolean): readonly TrayItem[] => (busy ? [{ is: 'note', label: words.hangUpFirst }] : [])

/** Nothing where none was missed. `busy`: a call is on, so nobody else can be called. */
export function missedItems({ missed }: TrayPeople, busy: boolean): readonly TrayItem[] {
  if (missed.length === 0) return []
  const times = new Map<string, number>()
  for (const { id } of missed) times.set(id, (times.get(id) ?? 0) + 1)
  const people = namedPeople(missed).slice(0, MOST)
  const callers = people.map(({ id, name }): TrayItem => {
    const n = times.get(id) ?? 1
    const label = n > 1 ? words.callBackOf(name, n) : words.callBack(name)
    return { is: 'action', label, ask: callTo(id, busy) }
  })
  const history: TrayItem = { is: 'action', label: words.showHistory, ask: { verb: 'open-history' } }
  return [
    {
      is: 'menu',
      label: words.missed(missed.length),
      items: joined([why(busy), callers, [history]]),
    },
  ]
}

export function callMenu({ favourites, recent }: TrayPeople, busy: boolean): TrayItem {
  const starred = new Set(favourites.map(({ id }) => id))
  const others = [...new Map(recent.map((person) => [person.id, person])).values()]
    .filter(({ id }) => !starred.has(id))
    .slice(0, MOST)
  const first = [...new Map(favourites.map((person) => [person.id, person])).values()].slice(0, MOST)
  if (first.length + others.length === 0) return { is: 'action', label: words.noPeople, ask: null }
  // Named together: a favourite and somebody recent may have one name.
  const named = namedPeople([...first, ...others]).map(({ id, name }): TrayItem => ({
    is: 'action',
    label: name,
    ask: callTo(id, busy),
  }))
  const groups = [why(busy), named.slice(0, first.length), named.slice(first.length)]
  return { is: 'menu', label: words.people, items: joined(groups) }
}
