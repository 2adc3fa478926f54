// Owns how a person's name is shown where the words stand in for one that is missing.
import { text } from '../../shared/text/en'
import { cleanName } from '../lib/clean-name'
import { spokenOr } from '../lib/spoken-name'

/** A name as a heading shows it; never empty. */
export function shownName(name: string): string {
  return cleanName(name) || text.app.unnamed
}

/** For inside a sentence. */
export const spokenName = (name: string): string => spokenOr(name, text.app.otherSide)

/** "7f3a9c51…5e2de41b": enough to compare by eye. */
export function shortId(id: string): string {
  return id.length <= 18 ? id : `${id.slice(0, 8)}…${id.slice(-8)}`
}
