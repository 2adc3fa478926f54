// Owns what the tray shows for what Parley knows: icon, tooltip and menu. Pure.
import type { Ring } from '../../shared/model/ring'
import type { Status } from '../../shared/model/status'
import type { Verb } from '../../shared/model/verbs'
import { desktopEn } from '../../shared/text/desktop-en'
import { trayWords as words } from '../../shared/text/desktop-tray-en'
import { callItems, ringItems, type TrayCall } from './call-items'
import { deviceMenus } from './device-items'
import { callMenu, missedItems, type TrayPeople } from './people-items'
import { quietMenu, quietTip, type ClockWords, type Quiet } from './quiet-choices'
import { joined, type TrayIcon, type TrayItem, type TrayModel } from './tray-item'
import { shortName } from './tray-names'

/** Windows' own limit. https://learn.microsoft.com/en-us/windows/win32/api/shellapi/ns-shellapi-notifyicondataw */
const MAX_TIP_CHARS = 127

export type TrayState = TrayPeople & {
  readonly status: Status
  /** The one that rings first; null: none. */
  readonly ring: Ring | null
  readonly quiet: Quiet
  readonly nowMs: number
}

export function trayModel(state: TrayState, clock: ClockWords): TrayModel {
  const { call } = state.status
  // Answered a moment ago: the page tells the one before the other.
  const ring = state.ring?.callId === call?.callId ? null : state.ring
  return {
    icon: iconOf(state, ring),
    tooltip: tooltipOf(state, ring, clock),
    menu: menuOf(state, ring, clock),
  }
}

/**
 * What can be answered first, then what others see and hear of the user; that nobody can ring comes before being quiet, which
 * then changes nothing.
 */
function iconOf({ status: { call, reachable }, quiet }: TrayState, ring: Ring | null): TrayIcon {
  if (ring) return 'ringing'
  if (call) return iconOfCall(call)
  if (!reachable) return 'offline'
  return quiet.reason === null ? 'idle' : 'dnd'
}

function iconOfCall({ sharing, microphone }: TrayCall): TrayIcon {
  if (sharing !== 'no') return 'sharing'
  return microphone === 'off' ? 'muted' : 'in-call'
}

function tooltipOf(state: TrayState, ring: Ring | null, clock: ClockWords): string {
  const { status, quiet, missed, nowMs } = state
  const parts = [
    ...(ring ? [words.ringing(shortName(ring.person.name))] : []),
    ...(status.call ? callTip(status.call) : []),
    ...(status.reachable ? [] : [words.tip.offline]),
    ...(ring || status.call ? [] : quietTip(quiet, nowMs, clock)),
    ...(missed.length > 0 && !ring ? [words.missed(missed.length)] : []),
  ]
  const said = parts.length > 0 ? parts.reduce(words.tip.and) : words.tip.ready
  const tip = words.tip.of(desktopEn.appName, said)
  return tip.length <= MAX_TIP_CHARS ? tip : `${tip.slice(0, MAX_TIP_CHARS - 1)}…`
}

const callTip = (call: TrayCall): readonly string[] => [
  words.tip.call[call.phase](shortName(call.name)),
  ...(call.microphone === 'off' ? [words.tip.muted] : []),
  ...(call.sharing === 'no' ? [] : [words.tip.sharing[call.sharing]]),
]

const action = (label: string, ask: Verb | null): TrayItem => ({ is: 'action', label, ask })

/**
 * Opening is first, since some Linux panels open the menu where others press the icon. While it rings, nothing that can wait
 * stands in the way.
 */
function menuOf(state: TrayState, ring: Ring | null, clock: ClockWords): readonly TrayItem[] {
  const { status, quiet, nowMs } = state
  const busy = status.call !== null
  const open = action(words.open, { verb: 'open' })
  const reach: TrayItem = { is: 'note', label: status.reachable ? words.ready : words.offline }
  return joined([
    busy || ring ? [open] : [open, reach],
    ring ? ringItems(ring, busy) : [],
    status.call ? callItems(status.call) : [],
    ...(ring
      ? []
      : [
          [...missedItems(state, busy), callMenu(state, busy), copyItem(status.link)],
          [...deviceMenus(status.devices), quietMenu(quiet, nowMs, clock)],
        ]),
    [action(words.settings, { verb: 'open-settings' })],
    [action(words.quit, { verb: 'quit' })],
  ])
}

const copyItem = (link: string): TrayItem =>
  link === '' ? action(words.noLink, null) : action(words.copyLink, { verb: 'copy-link' })
