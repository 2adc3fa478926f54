// Owns what the sharing bar says and offers for what is shared: words and buttons, not how they are drawn. Pure.
import type { BarPress, BarShown, ShareShown } from '../../shared/model/share'
import { barWords } from '../../shared/text/en-bar'

export type BarContent = {
  readonly kind: ShareShown['kind']
  /** Of the program; null: a sign of the kind. */
  readonly icon: string | null
  readonly title: string
  /** How long, or why nothing new is seen: drawn apart from the words after it. */
  readonly lead: string
  readonly isHeld: boolean
  readonly seen: string
  readonly isTroubled: boolean
  /** All of it, for the tooltip and for assistive technology. */
  readonly whole: string
  readonly acts: BarActs
}

/** Between the words and Stop. A window that was closed has nothing to pause; one that came back is one press away. */
export type BarActs =
  | { readonly is: 'switch-and-pause'; readonly switchLabel: string; readonly pause: PauseAct }
  | { readonly is: 'switch'; readonly switchLabel: string }
  | { readonly is: 'go-on'; readonly goOnLabel: string }
type PauseAct = { readonly press: Extract<BarPress, 'pause' | 'resume'>; readonly label: string }

export function barContent(shown: BarShown, nowMs: number): BarContent {
  const title = shown.title.trim() || barWords.nameless[shown.kind]
  const lead = leadOf(shown, nowMs)
  return {
    kind: shown.kind,
    icon: shown.icon,
    title,
    lead,
    isHeld: shown.held !== null,
    seen: shown.waits ? barWords.endsIn(elapsed(shown.waits.until - nowMs)) : shown.seen,
    isTroubled: shown.isTroubled,
    whole: [title, ...(shown.held === null ? [] : [lead]), ...(shown.seen ? [shown.seen] : [])].join('\n'),
    acts: actsOf(shown, title),
  }
}

function leadOf({ held, startedAt, waits }: ShareShown, nowMs: number): string {
  if (held === null) return elapsed(nowMs - startedAt)
  const other = held === 'came-back' ? (waits?.otherTitle ?? null) : null
  return other === null ? barWords.held[held] : barWords.otherOpened(isolated(other))
}

/** Its direction stays its own: a title can't turn the words around it. */
const isolated = (title: string): string => `\u2068${title}\u2069`

function actsOf({ held, kind, waits }: ShareShown, title: string): BarActs {
  const switchLabel = barWords.switch[kind]
  switch (held) {
    case 'came-back':
      return { is: 'go-on', goOnLabel: barWords.goOnLabel(isolated(waits?.otherTitle ?? title)) }
    case 'lost':
      return { is: 'switch', switchLabel }
    case 'paused':
      return { is: 'switch-and-pause', switchLabel, pause: { press: 'resume', label: barWords.resume } }
    default:
      return { is: 'switch-and-pause', switchLabel, pause: { press: 'pause', label: barWords.pause } }
  }
}

/** "0:06", "12:47", "1:02:03", as the app says it. A clock that was set back counts from nought. */
export function elapsed(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = String(total % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}
