// Owns what is said of a running share, in the app and aloud: what the viewer sees, why it stands still, what is wrong. Pure.
import { text } from '../../../shared/text/en'
import { seenWords } from '../../../shared/text/en-seen'
import { spokenTitle } from './share-titles'
import type { LiveShare, OwnShare } from './share-store'

/** `name`: the viewer, as inside a sentence. */
export function sightWords({ held, seen }: LiveShare, name: string): string {
  const { presenting } = text
  if (held !== null) return presenting.heldAnd(presenting.held[held], presenting.lastPicture(name))
  return seen === null || seen.width <= 2 ? presenting.underWay(name) : seenWords(name, seen)
}

/** Below this a picture that moves looks like a row of stills. */
const FEW_FPS = 3

/** Null while nothing is worth a press. */
export function troubleWords({ remedies, size, seen }: LiveShare): string | null {
  const { trouble } = text.presenting
  if (remedies.length === 0) return null
  if (seen === null) return trouble.slow
  if (size !== null && seen.width < size.width) return trouble.blurred
  return seen.fps < FEW_FPS ? trouble.slow : trouble.stutters
}

export interface ShareNews {
  readonly urgency: 'polite' | 'assertive'
  readonly sentence: string
}

/** Figures are never said aloud. */
export function shareNews(before: OwnShare, after: OwnShare, name: string): readonly ShareNews[] {
  const { announce } = text.share
  if (after.is === 'none') {
    return before.is === 'none' ? [] : [{ urgency: 'assertive', sentence: announce.stopped }]
  }
  if (after.is === 'lost') {
    const sentence = announce.lost(spokenTitle(after.title, 'window'))
    return before.is === 'lost' ? [] : [{ urgency: 'assertive', sentence }]
  }
  if (before.is !== 'live' || before.title !== after.title || before.kind !== after.kind) {
    return [{ urgency: 'assertive', sentence: announce.sharing(spokenTitle(after.title, after.kind)) }]
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
