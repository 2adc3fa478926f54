// Owns how Electron's own Notification is asked for on each system, and what its events mean. Pure.
import type { NotificationConstructorOptions } from 'electron'
import { noticeText, type NoticeText } from './notice-text'
import type { Notice, NoticeAction, NoticeEvent } from './notifier'

export interface ElectronLook {
  readonly platform: NodeJS.Platform
  /** A file. */
  readonly icon: string
}

export function electronOptions(
  notice: Notice,
  id: string,
  { platform, icon }: ElectronLook,
): NotificationConstructorOptions {
  const text = noticeText(notice)
  const rings = notice.kind === 'ringing'
  return {
    id,
    title: text.title,
    body: text.body,
    // The sound is the ring window's, on the device that the user chose for it.
    silent: true,
    urgency: rings ? 'critical' : 'normal',
    timeoutType: notice.kind === 'news' ? 'default' : 'never',
    actions: text.actions.map(({ label }) => ({ type: 'button', text: label })),
    // macOS shows the app's own.
    ...(platform === 'darwin' ? {} : { icon }),
    // In its place of everything above: the only way to a toast that rings.
    ...(platform === 'win32' && rings ? { toastXml: ringingToast(text, id) } : {}),
  }
}

/**
 * https://learn.microsoft.com/windows/apps/develop/notifications/app-notifications/adaptive-interactive-toasts
 * The arguments are those by which Electron finds the notification and the button again.
 */
function ringingToast({ title, body, actions }: NoticeText, id: string): string {
  const tag = encodeURIComponent(id)
  const lines = [title, body].map((line) => `<text>${escapeXml(line)}</text>`).join('')
  const buttons = actions.map((action, at) => toastButton(action, `type=action&action=${at}&tag=${tag}`))
  return [
    `<toast scenario="incomingCall" useButtonStyle="true" launch="${escapeXml(`type=click&tag=${tag}`)}">`,
    `<visual><binding template="ToastGeneric">${lines}</binding></visual>`,
    `<actions>${buttons.join('')}</actions>`,
    '<audio silent="true"/>',
    '</toast>',
  ].join('')
}

function toastButton({ name, label }: NoticeAction, input: string): string {
  const style = BUTTON_STYLE.get(name)
  return [
    `<action content="${escapeXml(label)}" activationType="foreground" arguments="${escapeXml(input)}"`,
    style === undefined ? '' : ` hint-buttonStyle="${style}"`,
    '/>',
  ].join('')
}

/** Green and red. */
const BUTTON_STYLE: ReadonlyMap<string, string> = new Map([
  ['accept', 'Success'],
  ['decline', 'Critical'],
])

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

/** The name of the button of that index; null: there is none. Older Electrons give the index beside the event, not in it. */
export function actionPressed(notice: Notice, details: unknown, index: unknown): string | null {
  const given = fieldOf(details, 'actionIndex') ?? index
  return typeof given === 'number' ? (noticeText(notice).actions[given]?.name ?? null) : null
}

type ClosedBy = Extract<NoticeEvent, { is: 'closed' }>['by']

/** null: it isn't closed. Windows has put it into its list, where it can still be pressed. */
export function closedBy(notice: Notice, details: unknown, platform: NodeJS.Platform): ClosedBy | null {
  switch (fieldOf(details, 'reason')) {
    case 'userCanceled':
      return 'user'
    case 'applicationHidden':
      return 'us'
    case 'timedOut':
      return platform === 'win32' && notice.kind === 'missed' ? null : 'expiry'
    default:
      return 'unknown'
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
