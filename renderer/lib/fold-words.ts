// Owns making words comparable in a search: upper case, accents and the spaces around don't matter. Pure.
import { cleanName } from './clean-name'

export function foldWords(words: string): string {
  return cleanName(words).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
