// Owns what follows from where somebody wants to be reached: which server is run or dialled, which address links name.
// Pure; reach-controller.ts does it.
import { closenessOf, normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import type { Settings } from '../../shared/model/settings'
import { assertNever } from '../../shared/assert-never'
import { chooseAddress, type NetworkAddresses } from './choose-address'

export type ReachPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'remote'; readonly base: BaseUrl }
  /** `host`: what the server inside the app listens on; `address`: what links name. */
  | { readonly kind: 'embedded'; readonly host: string; readonly address: string }
  | { readonly kind: 'no-network' }

const LOOPBACK = '127.0.0.1'
export const ALL_INTERFACES = '0.0.0.0'

/** `current`: the address that links name now, or null. */
export function planReach(
  reach: Settings['reach'],
  addresses: NetworkAddresses,
  current: string | null,
): ReachPlan {
  switch (reach.mode) {
    case 'unset':
      return { kind: 'none' }
    case 'anywhere': {
      const base = normaliseBaseUrl(reach.server)
      return base.ok ? { kind: 'remote', base: base.value } : { kind: 'none' }
    }
    case 'this-computer':
      return { kind: 'embedded', host: LOOPBACK, address: LOOPBACK }
    case 'this-network': {
      const address = chooseAddress(addresses, current)
      return address === null ? { kind: 'no-network' } : { kind: 'embedded', host: ALL_INTERFACES, address }
    }
    default:
      return assertNever(reach.mode)
  }
}

/** The app dials its own server by loopback, whatever its links name: that works without a network too. */
export const dialledBase = (port: number): string => `http://${LOOPBACK}:${port}/`
export const advertisedBase = (address: string, port: number): string => `http://${address}:${port}/`

/** Whether links that named `before` stop working now that links name `now`. */
export function linksBreak(before: string | null, now: string, embedded: boolean): boolean {
  if (before === null || before === now) return false
  const known = normaliseBaseUrl(before)
  const isStillOurs =
    known.ok && embedded && closenessOf(known.value) === 'loopback' && portOf(before) === portOf(now)
  return !isStillOurs
}

const portOf = (base: string): string => new URL(base).port

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** After so many ends in a row it isn't a mishap. */
export const MOST_CRASHES = 5
/** One that lived this long starts counting anew. */
export const STABLE_MS = 60_000

/** How long after its n-th unexpected end (from 1) the server is started again; null: not by itself. */
export function restartDelayMs(crashes: number): number | null {
  return crashes > MOST_CRASHES ? null : Math.min(FIRST_WAIT_MS * 2 ** (crashes - 1), LONGEST_WAIT_MS)
}
