// Owns what one can say with a decline: the user's own words, or the word table's where they wrote none. Pure.
import { cleanText } from '../clean-text'
import { MAX_DECLINE_CHARS } from '../protocol/limits'
import { incomingWords } from './en-incoming'

export function declineWords(own: readonly string[]): readonly string[] {
  return incomingWords.messages.map(
    (standard, index) => cleanText(own[index] ?? '', MAX_DECLINE_CHARS) || standard,
  )
}
