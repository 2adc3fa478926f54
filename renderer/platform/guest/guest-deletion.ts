// Owns deleting all that a guest's browser keeps of us; the page is loaded anew, as at a first visit.
import { ok, type Result } from '../../../shared/result'
import type { GuestStore } from './guest-store'

export interface GuestDeletion {
  readonly store: GuestStore
  /** sessionStorage; undefined where the browser allows none. */
  readonly tabStorage: Storage | undefined
  readonly reload: () => void
}

export async function deleteGuestEverything(host: GuestDeletion): Promise<Result<undefined>> {
  await host.store.deleteAll()
  host.tabStorage?.clear()
  host.reload()
  return ok(undefined)
}
