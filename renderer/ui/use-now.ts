// Owns re-drawing with time: the clock's monotonic milliseconds, refreshed at an interval.
import { useEffect, useState } from 'react'
import type { Timing } from './timing'

export function useNow(clock: Timing, everyMs = 1000): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    setNow(clock.now())
    return clock.every(everyMs, () => setNow(clock.now()))
  }, [clock, everyMs])
  return now
}
