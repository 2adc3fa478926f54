// Owns when the screens of a call come, which the first screen doesn't carry.
import { useEffect } from 'react'
import type { Screen } from '../screens/choose-screen'
import { useClient } from '../screens/client-context'
import { loadCall, loadCallScreens } from '../screens/later-screens'

/** The first screen is to be usable before anything else is read. */
const FIRST_MS = 500

export function useLaterScreens({ name }: Screen): void {
  const { clock } = useClient()
  const isUp = name !== 'starting'
  // One that goes on after a reload rings nowhere here.
  const isCall = name === 'incoming' || name === 'outgoing' || name === 'call'
  useEffect(() => (isUp ? clock.after(FIRST_MS, () => void loadCallScreens()) : undefined), [isUp, clock])
  useEffect(() => {
    if (isCall) loadCall()
  }, [isCall])
}
