// Owns what the sharing bar says and offers for what is shared: words and buttons, not how they are drawn. Pure.
import type { BarPress, ShareShown } from '../../shared/model/share'
import { barWords } from '../../shared/text/en-bar'

export type BarContent = {
  readonly kind: ShareShown['kind']
  readonly title: string
  /** How long, or why nothing new is seen: drawn apart from the words after it. */
  readonly lead: string
  readonly isHeld: boolean
  readonly seen: string
  readonly isTroubled: boolean
  /** All of it, for the tooltip and for assistive technology. */
  readonly whole: string
  readonly switchLabel: string
  readonly pause: { readonly press: Extract<BarPress, 'pause' | 'resume'>; readonly label: string }
}

export function barContent(shown: ShareShown, nowMs: number): BarContent {
  const title = shown.title.trim() || barWords.nameless[shown.kind]
  const lead = shown.held === null ? elapsed(nowMs - shown.startedAt) : barWords.held[shown.held]
  const isPaused = shown.held === 'paused'
  return {
    kind: shown.kind,
    title,
    lead,
    isHeld: shown.held !== null,
    seen: shown.seen,
    isTroubled: shown.isTroubled,
    whole: [title, ...(shown.held === null ? [] : [lead]), ...(shown.seen ? [shown.seen] : [])].join('\n'),
    switchLabel: barWords.switch[shown.kind],
    pause: isPaused ? { press: 'resume', label: barWords.resume } : { press: 'pause', label: barWords.pause },
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
