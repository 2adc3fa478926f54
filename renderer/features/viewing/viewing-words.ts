// Owns how what the other side shows is called, and why it stands still. Pure.
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import { text } from '../../../shared/text/en'
import { isolated } from '../../lib/spoken-name'

type Named = Pick<SharedScreen, 'kind' | 'title'>

/** For inside a sentence: its title in quotes, or what it is. */
export const whatWords = ({ kind, title }: Named): string =>
  title === '' ? text.viewing.kinds[kind] : text.viewing.quoted(isolated(title))

export const sharesWords = (name: string, shown: Named): string => text.viewing.shares(name, whatWords(shown))

/** Null while it is live. */
export function heldWords(
  name: string,
  { held, closed }: Pick<SharedScreen, 'held' | 'closed'>,
): string | null {
  if (closed) return text.viewing.closed(name)
  return held === null ? null : text.viewing.held[held](name)
}

export interface ViewingNews {
  readonly sentence: string
  /** Also to be read; a note beside the picture says the rest. */
  readonly isNoted: boolean
}

/** Null where nothing is worth a word. */
export function viewingNews(
  name: string,
  was: SharedScreen | null,
  shown: SharedScreen | null,
): ViewingNews | null {
  const { announce } = text.viewing
  if (!shown) return was && { sentence: was.closed ? announce.closed : announce.ended(name), isNoted: true }
  if (shown.epoch !== was?.epoch) return { sentence: sharesWords(name, shown), isNoted: true }
  return was.held && !shown.held ? { sentence: announce.live(name), isNoted: false } : null
}
