// Owns the servers that a page may speak to: home, and the visits that are open. Only main changes them.
import { fail, ok, type Result } from '../../shared/result'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import { checkVisit } from '../visit/visit-rules'
import { originKey, type Reachable } from './request-rules'

/** A call needs one visit; a second call that rings, and one that is just closing, may need another. */
const MAX_VISITS = 4

export interface ReachableOrigins extends Reachable {
  /** A base URL, or null where there is no home. */
  setHome(base: string | null): void
  /** Opening the same server again is harmless. */
  openVisit(server: string, via: string | null): Result<undefined>
  closeVisit(server: string): void
  /** The page went away, and its visits with it. */
  closeAllVisits(): void
}

export function createReachableOrigins(): ReachableOrigins {
  let home: string | null = null
  const visits = new Map<string, string>()
  return {
    has: (origin) => origin === home || [...visits.values()].includes(origin),
    setHome(base) {
      home = base === null ? null : originKey(base)
    },
    openVisit(server, via) {
      const checked = checkVisit(server, via)
      if (!checked.ok) return checked
      const origin = originKey(checked.value)
      if (origin === null) return fail('bad-input')
      if (!visits.has(checked.value) && visits.size >= MAX_VISITS) return fail('limit-reached')
      visits.set(checked.value, origin)
      return ok(undefined)
    },
    closeVisit(server) {
      const base = normaliseBaseUrl(server)
      if (base.ok) visits.delete(base.value)
    },
    closeAllVisits: () => visits.clear(),
  }
}
