// Owns who may use the IPC, and for what: the main frame of one of our windows, showing one of our pages. The sharing bar's
// page has two commands and one event of its own, and no others.
import type { CommandName, EventName } from '../shared/ipc/contract'
import { isAppUrl, parsedUrl } from './scheme/app-origin'

export type Sender = {
  /** Whether the sender's contents are those of a window that we made. */
  readonly ofOurWindow: boolean
  /** null where the frame was gone before its message arrived. */
  readonly frame: { readonly isMainFrame: boolean; readonly url: string } | null
}

/** Our pages that speak to main. */
export type OwnPage = 'app' | 'bar'

const PAGES: Readonly<Record<string, OwnPage>> = {
  '/': 'app',
  '/index.html': 'app',
  '/sharebar.html': 'bar',
}

/** By the path as it is written: another spelling of it is no page of ours. */
export function pageOf(url: string): OwnPage | null {
  const path = isAppUrl(url) ? parsedUrl(url)?.pathname : undefined
  return path !== undefined && Object.hasOwn(PAGES, path) ? (PAGES[path] ?? null) : null
}

export function mayUseIpc(sender: Sender, command: CommandName): boolean {
  if (!sender.ofOurWindow || !sender.frame?.isMainFrame) return false
  const page = pageOf(sender.frame.url)
  return page !== null && (page === 'bar') === command.startsWith('bar.')
}

export function hears(page: OwnPage, event: EventName): boolean {
  return (page === 'bar') === (event === 'bar.changed')
}
