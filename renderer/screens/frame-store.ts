// Owns what the app's frame remembers while screens come and go: the link field, a link opened from outside, news.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppInfo, DocumentTrouble } from '../../shared/ipc/contract'
import type { HomeBanner } from '../features/connection/choose-banner'

export type Overlay = 'settings' | 'keys' | 'qr'

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
  readonly dismissed: ReadonlySet<HomeBanner['kind']>
  readonly overlay: Overlay | null
  /** The contact about whom the user is being asked. */
  readonly removing: { readonly id: string; readonly name: string } | null
}

export type FrameStore = StoreApi<FrameState>

export function createFrameStore({
  openedWith,
  troubles,
}: Pick<AppInfo, 'openedWith' | 'troubles'>): FrameStore {
  return createStore<FrameState>(() => ({
    pasted: openedWith ?? '',
    placed: null,
    silentServer: false,
    fromOutside: openedWith !== null,
    offered: null,
    troubles,
    dismissed: new Set(),
    overlay: null,
    removing: null,
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
