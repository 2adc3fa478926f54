// Owns how many clients there may be at one time: in all, of one address, of one identity.
import type { LimitHits } from './limit-hits'
import type { LimitName, Limits } from './limits'

export interface Places {
  /**
   * The limit that leaves no place; null where the place is taken now. Each taken one is to be given back once. Who takes over
   * from an older socket of its own, which gives its place back then, always finds one.
   */
  take(address: string, identity: string, takesOver: boolean): LimitName | null
  giveBack(address: string, identity: string): void
}

export function createPlaces(limits: () => Limits, hits: LimitHits): Places {
  const ofAddress = createCounts()
  const ofIdentity = createCounts()
  let all = 0

  function reached(address: string, identity: string): LimitName | null {
    const most = limits()
    if (all >= most['max-clients']) return 'max-clients'
    if (ofAddress.count(address) >= most['sockets-per-address']) return 'sockets-per-address'
    return ofIdentity.count(identity) >= most['sockets-per-id'] ? 'sockets-per-id' : null
  }

  return {
    take(address, identity, takesOver) {
      const full = takesOver ? null : reached(address, identity)
      if (full !== null) {
        hits.hit(full)
        return full
      }
      all += 1
      ofAddress.add(address, 1)
      ofIdentity.add(identity, 1)
      return null
    },
    giveBack(address, identity) {
      all -= 1
      ofAddress.add(address, -1)
      ofIdentity.add(identity, -1)
    },
  }
}

/** Keys with nothing left are forgotten. */
export function createCounts(): { count(key: string): number; add(key: string, change: 1 | -1): void } {
  const counts = new Map<string, number>()
  return {
    count: (key) => counts.get(key) ?? 0,
    add(key, change) {
      const count = (counts.get(key) ?? 0) + change
      if (count > 0) counts.set(key, count)
      else counts.delete(key)
    },
  }
}
