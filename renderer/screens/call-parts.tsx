// Owns the parts of a call that the first screen doesn't carry: they come while it rings, since a guest's server may be away later.
import type { ReactElement } from 'react'
import type * as Share from '../features/share/presenting-card'
import type * as Picker from '../features/share/share-picker'
import type * as Panel from '../features/stats/connection-panel'
import type * as Note from '../features/stats/diagnosis-note'
import type * as Texts from '../features/texts/texts-panel'
import { lazyPart, type LazyPart } from '../ui/lazy-part'
import type * as Menus from './call-menus'

type Lazy<C extends (props: never) => ReactElement | null> = LazyPart<Parameters<C>[0]>

const menus = (): Promise<typeof Menus> => import('./call-menus')

/** Keeps a menu's place while it is loaded, so that the bar doesn't move. */
function MenuPlace({ kind }: { readonly kind: 'caret' | 'bar-btn' }): ReactElement {
  return <span className={`btn square ${kind}`} />
}

export const DeviceMenu: Lazy<typeof Menus.DeviceMenu> = lazyPart(async () => (await menus()).DeviceMenu, {
  fallback: <MenuPlace kind="caret" />,
})
export const MoreMenu: Lazy<typeof Menus.MoreMenu> = lazyPart(async () => (await menus()).MoreMenu, {
  fallback: <MenuPlace kind="bar-btn" />,
})
export const ConnectionPanel: Lazy<typeof Panel.ConnectionPanel> = lazyPart(
  async () => (await import('../features/stats/connection-panel')).ConnectionPanel,
)
export const DiagnosisNote: Lazy<typeof Note.DiagnosisNote> = lazyPart(
  async () => (await import('../features/stats/diagnosis-note')).DiagnosisNote,
)
export const TextsPanel: Lazy<typeof Texts.TextsPanel> = lazyPart(
  async () => (await import('../features/texts/texts-panel')).TextsPanel,
)
export const SharePicker: Lazy<typeof Picker.SharePicker> = lazyPart(
  async () => (await import('../features/share/share-picker')).SharePicker,
)
export const PresentingCard: Lazy<typeof Share.PresentingCard> = lazyPart(
  async () => (await import('../features/share/presenting-card')).PresentingCard,
)

const ALL = [DeviceMenu, MoreMenu, ConnectionPanel, DiagnosisNote, TextsPanel, SharePicker, PresentingCard]

export function loadCallParts(): void {
  for (const part of ALL) void part.load()
}
