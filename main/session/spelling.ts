// Owns that the spell checker stays off for the session. No window of ours checks spelling, yet Electron would fetch a
// dictionary from Google as the first one opens, past the request filter: https://github.com/electron/electron/issues/22995
import type { Session } from 'electron'

export function fetchNoDictionary(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}
