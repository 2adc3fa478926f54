// Owns who may use the IPC, and for what: the main frame of one of our windows, showing one of our pages. The pages of
// the sharing bar and of the ring window have commands and an event of their own, and no others.
import type { CommandName, EventName } from '../shared/ipc/contract'
import { isAppUrl, parsedUrl } from './scheme/app-origin'

export type Sender = {
  /** Of the window that the sender's contents are of; none: of no window that we made. */
  readonly window: 'open' | 'closed' | 'none'
  /** null where the frame was gone before its message arrived. */
  readonly frame: { readonly isMainFrame: boolean; readonly url: string } | null
}

/** Our pages that speak to main. */
export type OwnPage = 'app' | 'bar' | 'ring'

const PAGES: Readonly<Record<string, OwnPage>> = {
  '/': 'app',
  '/index.html': 'app',
  '/sharebar.html': 'bar',
  '/ringwindow.html': 'ring',
}

/** By the path as it is written: another spelling of it is no page of ours. */
export function pageOf(url: string): OwnPage | null {
  const path = isAppUrl(url) ? parsedUrl(url)?.pathname : undefined
  return path !== undefined && Object.hasOwn(PAGES, path) ? (PAGES[path] ?? null) : null
}

/** gone: one of ours, which has nothing more to say. */
export type Judgement = 'allowed' | 'gone' | 'stranger'

export function judgeSender({ window, frame }: Sender, command: CommandName): Judgement {
  if (window === 'none') return 'stranger'
  if (frame === null) return 'gone'
  if (!frame.isMainFrame || pageOf(frame.url) !== ownerOf(command)) return 'stranger'
  return window === 'open' ? 'allowed' : 'gone'
}

function ownerOf(command: CommandName): OwnPage {
  if (command.startsWith('bar.')) return 'bar'
  return command.startsWith('ringwindow.') ? 'ring' : 'app'
}

const EVENTS_OF: Readonly<Partial<Record<EventName, OwnPage>>> = {
  'bar.changed': 'bar',
  'ringwindow.changed': 'ring',
}

export function hears(page: OwnPage, event: EventName): boolean {
  return page === (EVENTS_OF[event] ?? 'app')
}
