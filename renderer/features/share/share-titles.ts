// Owns how a window or screen is called: whole, and inside a sentence. Pure.
import { text } from '../../../shared/text/en'
import { isolated } from '../../lib/spoken-name'

/** What it is called where it has no title. */
export type Untitled = keyof typeof text.share.untitled

/** Never empty; whole. */
export const shownTitle = (title: string, kind: Untitled): string =>
  title === '' ? text.share.untitled[kind] : title

/** Longer ones would push the rest of a sentence off its line. */
const MOST_SPOKEN = 48

/** For inside a sentence. */
export function spokenTitle(title: string, kind: Untitled): string {
  const shown = shownTitle(title, kind)
  const cut = Array.from(shown)
  return isolated(cut.length > MOST_SPOKEN ? `${cut.slice(0, MOST_SPOKEN).join('').trim()}…` : shown)
}
