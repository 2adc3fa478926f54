// Owns making another side's name safe to show. Pure.
import { cleanText } from '../../shared/clean-text'
import { MAX_NAME_CHARS } from '../../shared/protocol/limits'

/** At most MAX_NAME_CHARS: a longer name would fit no record of the call. */
export const cleanName = (name: string): string => cleanText(name, MAX_NAME_CHARS)
