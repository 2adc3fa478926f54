// Owns which calls need which server connection: listening to a visit while somebody uses it, closing it after the last.
import type { Signalling } from '../../rtc/signalling'
import type { ServerUse } from './session-context'

export interface ServerUses {
  use(signalling: Signalling): ServerUse
}

export interface ServerUsesDeps {
  isHome(signalling: Signalling): boolean
  /** Starts taking messages from it; returns the undo. */
  listen(signalling: Signalling): () => void
  closeVisit(visit: Signalling): void
}

export function createServerUses(deps: ServerUsesDeps): ServerUses {
  const visits = new Map<Signalling, { users: number; readonly stop: () => void }>()
  return {
    use(signalling) {
      if (deps.isHome(signalling)) return { signalling, release: () => undefined }
      const visit = visits.get(signalling) ?? { users: 0, stop: deps.listen(signalling) }
      visits.set(signalling, visit)
      visit.users += 1
      let used = true
      return {
        signalling,
        release() {
          if (!used) return
          used = false
          visit.users -= 1
          if (visit.users > 0) return
          visits.delete(signalling)
          visit.stop()
          deps.closeVisit(signalling)
        },
      }
    },
  }
}
