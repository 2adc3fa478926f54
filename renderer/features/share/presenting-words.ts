// Owns what is said of a running share, in the app and aloud: what the viewer sees, why it stands still, what is wrong. Pure.
import { text } from '../../../shared/text/en'
import { seenWords } from '../../../shared/text/en-seen'
import { isRealPicture } from '../../rtc/real-picture'
import { spokenTitle } from './share-titles'
import type { LiveShare, OwnShare } from './share-store'

/** `name`: the viewer, as inside a sentence. */
export function sightWords({ held, seen }: LiveShare, name: string): string {
  const { presenting } = text
  if (held !== null) return presenting.heldAnd(presenting.held[held], presenting.lastPicture(name))
  return seen === null || !isRealPicture(seen) ? presenting.underWay(name) : seenWords(name, seen)
}

/** Null while nothing is wrong. */
export const troubleWords = ({ trouble }: LiveShare): string | null =>
  trouble === null ? null : text.presenting.trouble[trouble]

export interface ShareNews {
  readonly urgency: 'polite' | 'assertive'
  readonly sentence: string
}

/** What is said once nothing is shared any more; null where nothing was. */
export function endedWords({ is }: OwnShare): string | null {
  const { announce } = text.share
  if (is === 'none') return null
  return is === 'lost' ? announce.closed : announce.stopped
}

/** Figures are never said aloud. */
export function shareNews(before: OwnShare, after: OwnShare, name: string): readonly ShareNews[] {
  const { announce } = text.share
  if (after.is === 'none') {
    const sentence = endedWords(before)
    return sentence === null ? [] : [{ urgency: 'assertive', sentence }]
  }
  if (after.is === 'lost') {
    const sentence = announce.lost(spokenTitle(after.title, 'window'))
    return before.is === 'lost' ? [] : [{ urgency: 'assertive', sentence }]
  }
  if (before.is !== 'live' || before.title !== after.title || before.kind !== after.kind) {
    return [{ urgency: 'assertive', sentence: announce.sharing(spokenTitle(after.title, after.untitled)) }]
  }
  if (before.held === after.held) return troubleNews(before, after)
  const sentence = after.held === null ? announce.live(name) : sightWords(after, name)
  return [{ urgency: 'polite', sentence }]
}

function troubleNews(before: LiveShare, after: LiveShare): readonly ShareNews[] {
  const sentence = troubleWords(after)
  const isNew = sentence !== null && sentence !== troubleWords(before)
  return isNew ? [{ urgency: 'polite', sentence }] : []
}
