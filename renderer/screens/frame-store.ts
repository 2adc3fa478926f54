// Owns what the app's frame remembers while screens come and go: the link field, a link opened from outside, news.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppInfo } from '../../shared/model/app-info'
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import type { PeopleTab } from '../features/people/people-panel'
import type { PageId, RowId } from '../features/settings/settings-pages'
import type { HomeBanner } from '../features/connection/choose-banner'

export type Overlay = 'settings' | 'restore' | 'keys' | 'qr' | 'newContact' | 'contacts' | 'joinCode'

/** A row of the settings. */
export interface SettingsPlace {
  readonly page: PageId
  readonly row: RowId
}

export interface FrameState {
  /** What stands in the link field. */
  readonly pasted: string
  /** The call placed from the field and the link it was placed with, until that call got somewhere. */
  readonly placed: { readonly callId: string; readonly link: string } | null
  /** The server of the link in the field didn't answer; until the field changes. */
  readonly silentServer: boolean
  /** True while that came from a link opened outside and wasn't changed since. */
  readonly fromOutside: boolean
  /** Opened while something else stood in the field, which is never overwritten. */
  readonly offered: string | null
  readonly troubles: readonly DocumentTrouble[]
  /** A saved identity has just taken the place of the one before. */
  readonly restored: boolean
  readonly dismissed: ReadonlySet<HomeBanner['kind']>
  readonly overlay: Overlay | null
  /** Where the settings open; null: at their beginning. */
  readonly settingsAt: SettingsPlace | null
  readonly takeBack: TakeBack | null
  /** Which list of people is shown. */
  readonly peopleTab: PeopleTab
  /** The id of the contact whose page is open. */
  readonly contact: string | null
  /** By person, base64: pictures that came with calls and may be kept for a contact. */
  readonly seenPictures: ReadonlyMap<string, string>
}

/** What was just done and can be undone for a moment, or why it couldn't be done. */
export interface TakeBack {
  readonly sentence: string
  readonly undo: (() => void) | null
}

export type FrameStore = StoreApi<FrameState>

export function createFrameStore({
  openedWith,
  troubles,
  restored,
}: Pick<AppInfo, 'openedWith' | 'troubles' | 'restored'>): FrameStore {
  return createStore<FrameState>(() => ({
    pasted: openedWith ?? '',
    placed: null,
    silentServer: false,
    fromOutside: openedWith !== null,
    offered: null,
    troubles,
    restored,
    dismissed: new Set(),
    overlay: null,
    settingsAt: null,
    takeBack: null,
    peopleTab: 'recent',
    contact: null,
    seenPictures: new Map(),
  }))
}

export function linkOpened(frame: FrameStore, link: string): void {
  frame.setState(({ pasted, fromOutside }) =>
    pasted.trim() === '' || fromOutside || pasted === link
      ? { pasted: link, fromOutside: true, offered: null }
      : { offered: link },
  )
}

export function linkTyped(frame: FrameStore, pasted: string): void {
  frame.setState({ pasted, fromOutside: false, silentServer: false })
}

export function linkPlaced(frame: FrameStore, callId: string): void {
  frame.setState(({ pasted }) => ({
    pasted: '',
    fromOutside: false,
    silentServer: false,
    placed: { callId, link: pasted },
  }))
}

/** What the self-test found, whatever else is open: the window has just come back for it. */
export function showSelfTest(frame: FrameStore): void {
  frame.setState({ overlay: 'settings', settingsAt: { page: 'ringing', row: 'selftest' } })
}

/** The link goes back into the field, with the reason beside it; what was typed meanwhile stays. True if it was that call. */
export function serverSilent(frame: FrameStore, callId: string): boolean {
  const { placed, pasted } = frame.getState()
  if (placed?.callId !== callId) return false
  frame.setState(pasted === '' ? { placed: null, pasted: placed.link, silentServer: true } : { placed: null })
  return true
}

export function takeOffered(frame: FrameStore): void {
  frame.setState(({ offered, pasted }) =>
    offered === null ? { pasted } : { pasted: offered, fromOutside: true, offered: null },
  )
}

export function dismissBanner(frame: FrameStore, kind: HomeBanner['kind']): void {
  frame.setState(({ troubles, dismissed }) =>
    kind === 'document' ? { troubles: troubles.slice(1) } : { dismissed: new Set([...dismissed, kind]) },
  )
}
