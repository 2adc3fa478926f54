// Owns what a tray is tested with: states of Parley, and finding entries in a menu.
import { DEFAULT_DO_NOT_DISTURB } from '../../../shared/model/do-not-disturb'
import type { Ring } from '../../../shared/model/ring'
import { NO_STATUS, type Status } from '../../../shared/model/status'
import type { TrayItem } from '../tray-item'
import type { TrayState } from '../tray-model'

/** A Tuesday noon wherever the tests run. */
export const NOON = new Date(2027, 2, 2, 12).getTime()

export const ANA = { id: 'a'.repeat(32), name: 'Ana' }
export const BEN = { id: 'b'.repeat(32), name: 'Ben' }
export const CALL_ID = 'c'.repeat(32)
export const OTHER_CALL_ID = 'd'.repeat(32)

export const AT_REST: Status = { ...NO_STATUS, reachable: true, link: 'https://call.example.org/#x' }

export type Call = NonNullable<Status['call']>
export const inCall = (changed: Partial<Call> = {}): Status => ({
  ...AT_REST,
  call: {
    callId: OTHER_CALL_ID,
    name: 'Ben',
    phase: 'connected',
    microphone: 'on',
    camera: 'on',
    sharing: 'no',
    ...changed,
  },
})

export const ringOf = (name: string, callId = CALL_ID): Ring => ({
  callId,
  person: { id: ANA.id, name, isContact: true, isFavourite: false, namesake: null, picture: null },
  video: true,
})

export const trayState = (changed: Partial<TrayState> = {}): TrayState => ({
  status: AT_REST,
  ring: null,
  quiet: { wish: DEFAULT_DO_NOT_DISTURB, reason: null },
  missed: [],
  favourites: [],
  recent: [],
  nowMs: NOON,
  ...changed,
})

/** One line an entry: "[x]" and "(o)" are ticked, "-" can't be pressed, what is inside is indented. */
export function drawn(items: readonly TrayItem[], indent = ''): readonly string[] {
  return items.flatMap((item) => {
    switch (item.is) {
      case 'separator':
        return [`${indent}---`]
      case 'note':
        return [`${indent}- ${item.label}`]
      case 'menu':
        return [`${indent}${item.label} >`, ...drawn(item.items, `${indent}  `)]
      case 'action':
        return [`${indent}${item.ask ? '' : '- '}${item.label}`]
      case 'check':
        return [`${indent}${item.ask ? '' : '- '}[${item.checked ? 'x' : ' '}] ${item.label}`]
      case 'radio':
        return [`${indent}${item.ask ? '' : '- '}(${item.checked ? 'o' : ' '}) ${item.label}`]
    }
  })
}

export type Leaf = Exclude<TrayItem, { is: 'separator' | 'menu' }>

export function leavesOf(items: readonly TrayItem[]): readonly Leaf[] {
  return items.flatMap((item): readonly Leaf[] => {
    if (item.is === 'separator') return []
    return item.is === 'menu' ? leavesOf(item.items) : [item]
  })
}

/** What the entry of this label asks for. */
export function askOf(items: readonly TrayItem[], label: string): unknown {
  const leaf = leavesOf(items).find((one) => one.label === label)
  return leaf && leaf.is !== 'note' ? leaf.ask : undefined
}
