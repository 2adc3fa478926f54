// Owns when what the first screen doesn't carry is loaded.
import { useEffect, useState } from 'react'
import type { Screen } from '../screens/choose-screen'
import { useClient } from '../screens/client-context'
import { loadCall, loadCallScreens } from '../screens/later-screens'

/** It is to be usable before anything else is read. */
const FIRST_MS = 500

/** @returns whether it has been up for that long */
export function useFirstScreen({ name }: Screen): boolean {
  const { clock } = useClient()
  const [isCalm, setCalm] = useState(false)
  const isUp = name !== 'starting'
  // One that goes on after a reload rings nowhere here.
  const isCall = name === 'incoming' || name === 'outgoing' || name === 'call'
  useEffect(() => (isUp ? clock.after(FIRST_MS, () => setCalm(true)) : undefined), [isUp, clock])
  useEffect(() => {
    if (isCall) loadCall()
    else if (isCalm) void loadCallScreens()
  }, [isCall, isCalm])
  return isCalm
}
