// Owns what a tray shows: an icon, a tooltip and a menu whose entries carry what they ask for. Plain values, so that two of
// them can be compared; labels are plain text.
import type { QuietLength } from '../../shared/model/quiet-length'
import type { Verb } from '../../shared/model/verbs'

export const TRAY_ICONS = ['idle', 'ringing', 'in-call', 'muted', 'sharing', 'offline', 'dnd'] as const
export type TrayIcon = (typeof TRAY_ICONS)[number]

export type QuietAsk = { readonly verb: 'be-quiet'; readonly lasting: QuietLength }

/** A menu is drawn long before it is pressed, so what depends on the time is a verb only then: quiet-choices.ts. */
export type TrayAsk = Verb | QuietAsk

export type TrayItem =
  | { readonly is: 'separator' }
  /** Tells something; can't be pressed. */
  | { readonly is: 'note'; readonly label: string }
  /** null: can't be done now, and the label says why. */
  | { readonly is: 'action'; readonly label: string; readonly ask: TrayAsk | null }
  | {
      readonly is: 'check' | 'radio'
      readonly label: string
      readonly checked: boolean
      readonly ask: TrayAsk | null
    }
  | { readonly is: 'menu'; readonly label: string; readonly items: readonly TrayItem[] }

export type TrayModel = {
  readonly icon: TrayIcon
  readonly tooltip: string
  readonly menu: readonly TrayItem[]
}

const SEPARATOR: TrayItem = { is: 'separator' }

/** One line between each two groups that have something in them. */
export function joined(groups: readonly (readonly TrayItem[])[]): readonly TrayItem[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [SEPARATOR, ...group]))
}
