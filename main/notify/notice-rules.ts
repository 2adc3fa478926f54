// Owns what is sent to and heard from a desktop's notification service. Pure.
// https://specifications.freedesktop.org/notification-spec/latest/
import { pathToFileURL } from 'node:url'
import type { BusTrouble } from '../system/bus-trouble'
import { BusVariant, type BusSignal } from '../system/session-bus'
import { cleanText } from '../../shared/clean-text'
import { DEFAULT_ACTION, noticeText, type NoticeText } from './notice-text'
import type { Notice, NoticeEvent } from './notifier'

export const NOTIFICATIONS = 'org.freedesktop.Notifications'
export const NOTIFICATIONS_PATH = '/org/freedesktop/Notifications'
export const NOTIFY_SIGNATURE = 'susssasa{sv}i'

const APP_NAME = 'Parley'
const DESKTOP_ENTRY = 'org.parley.Parley'
const MAX_SERVER_CHARS = 60

/** What the service says of itself. */
export interface NoticeServer {
  readonly name: string
  readonly actions: boolean
  readonly persistence: boolean
  /** Reads the body as markup. */
  readonly markup: boolean
}

export type WhyNoNotice = 'no-bus' | 'no-daemon' | 'no-answer' | 'daemon-died' | 'refused'

const WHY: Readonly<Record<BusTrouble, WhyNoNotice>> = {
  'no-bus': 'no-bus',
  'no-answer': 'no-answer',
  gone: 'daemon-died',
  nobody: 'no-daemon',
  refused: 'refused',
}
export const whyOf = (trouble: BusTrouble): WhyNoNotice => WHY[trouble]

/** From the answers to GetCapabilities and GetServerInformation, which others wrote. */
export function serverOf(capabilities: unknown, name: unknown): NoticeServer {
  const can = (what: string): boolean => Array.isArray(capabilities) && capabilities.includes(what)
  return {
    name: (typeof name === 'string' && cleanText(name, MAX_SERVER_CHARS)) || 'unnamed',
    actions: can('actions'),
    persistence: can('persistence'),
    markup: can('body-markup'),
  }
}

export interface NotifyLook {
  /** A file. */
  readonly icon: string
  /** Of a press on the notice itself, for those that show it as a button. */
  readonly openLabel: string
}

/** The body of a Notify call. */
export function notifyBody(notice: Notice, server: NoticeServer, look: NotifyLook): readonly unknown[] {
  const text = noticeText(notice)
  return [
    APP_NAME,
    0,
    pathToFileURL(look.icon).href,
    text.title,
    server.markup ? escapeMarkup(text.body) : text.body,
    server.actions ? actionList(text, look.openLabel) : [],
    HINTS[notice.kind],
    EXPIRY_MS[notice.kind],
  ]
}

/** As a flat list of names and labels. */
const actionList = ({ actions }: NoticeText, openLabel: string): readonly string[] =>
  [{ name: DEFAULT_ACTION, label: openLabel }, ...actions].flatMap(({ name, label }) => [name, label])

const NORMAL = 1
const CRITICAL = 2
// The sound is the ring window's, on the device that the user chose for it.
const EVERY_HINT = {
  'desktop-entry': new BusVariant('s', DESKTOP_ENTRY),
  'suppress-sound': new BusVariant('b', true),
}
const HINTS: Readonly<Record<Notice['kind'], Readonly<Record<string, BusVariant>>>> = {
  ringing: {
    ...EVERY_HINT,
    // Shown over full-screen windows too, and until it is closed.
    urgency: new BusVariant('y', CRITICAL),
    category: new BusVariant('s', 'call.incoming'),
    // Not kept in the desktop's list: a call that is over can't be accepted.
    transient: new BusVariant('b', true),
  },
  missed: {
    ...EVERY_HINT,
    urgency: new BusVariant('y', NORMAL),
    category: new BusVariant('s', 'call.unanswered'),
  },
  news: { ...EVERY_HINT, urgency: new BusVariant('y', NORMAL) },
}
/** 0: never; -1: as the desktop likes. */
const EXPIRY_MS: Readonly<Record<Notice['kind'], number>> = { ringing: 0, missed: 0, news: -1 }

/** Enough for text in what the specification calls markup. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export type ServiceSignal =
  | { readonly is: 'pressed'; readonly owner: string; readonly id: number; readonly action: string }
  | { readonly is: 'closed'; readonly owner: string; readonly id: number; readonly by: ClosedBy }
  /** The service has another owner, an empty name for none. */
  | { readonly is: 'owner'; readonly was: string; readonly now: string }
type ClosedBy = Extract<NoticeEvent, { is: 'closed' }>['by']

export const SERVICE_RULES: readonly string[] = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${NOTIFICATIONS}'`,
  `type='signal',sender='${NOTIFICATIONS}',interface='${NOTIFICATIONS}'`,
]

/** null: nothing that concerns us; ActivationToken, for one, since we raise our windows ourselves. */
export function serviceSignal({ sender, interface: of, member, body }: BusSignal): ServiceSignal | null {
  const [first, second, third] = body
  if (sender === 'org.freedesktop.DBus' && member === 'NameOwnerChanged' && first === NOTIFICATIONS) {
    if (typeof second !== 'string' || typeof third !== 'string') return null
    return { is: 'owner', was: second, now: third }
  }
  if (of !== NOTIFICATIONS || typeof first !== 'number') return null
  if (member === 'ActionInvoked' && typeof second === 'string') {
    return { is: 'pressed', owner: sender, id: first, action: second }
  }
  if (member !== 'NotificationClosed') return null
  return { is: 'closed', owner: sender, id: first, by: closedBy(second) }
}

function closedBy(reason: unknown): ClosedBy {
  if (reason === 1) return 'expiry'
  if (reason === 2) return 'user'
  return reason === 3 ? 'us' : 'unknown'
}

/** A daemon that came up again is shown what still concerns the user; news are over. */
export const outlivesDaemon = (kind: Notice['kind']): boolean => kind !== 'news'
