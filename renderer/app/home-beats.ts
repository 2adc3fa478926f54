// Owns what the echoes of the home server say of this side's line.
import { closenessOf } from '../../shared/link/base-url'
import { NO_BEATS, type Beats } from '../rtc/heartbeat-times'
import type { Signalling } from '../rtc/signalling'

/**
 * Nothing where the server is on this very computer. On this network they can show that it is bad, but not that the way out of
 * it is well: none of them counts for that.
 */
export function beatsOfHome(home: Pick<Signalling, 'server' | 'beats'> | null): Beats {
  const closeness = home && closenessOf(home.server)
  if (!home || closeness === 'loopback') return NO_BEATS
  const beats = home.beats()
  return closeness === 'public' ? beats : { ...beats, count: 0 }
}
