// Owns how what the other side shows is called, and why it stands still. Pure.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import { text } from '../../../shared/text/en'
import { isolated } from '../../ui/names'

type Named = Pick<SharedScreen, 'kind' | 'title'>

/** For inside a sentence: its title in quotes, or what it is. */
export const whatWords = ({ kind, title }: Named): string =>
  title === '' ? text.viewing.kinds[kind] : text.viewing.quoted(isolated(title))

export const sharesWords = (name: string, shown: Named): string => text.viewing.shares(name, whatWords(shown))

/** Null while it is live. */
export function heldWords(name: string, { held }: Pick<SharedScreen, 'held'>): string | null {
  return held === null ? null : text.viewing.held[held](name)
}
