// Owns letting somebody ring again from the list of the blocked, which they leave: with a way back.
import { useCallback } from 'react'
import type { Blocked } from '../../shared/model/contact'
import type { Result } from '../../shared/result'
import { useClient, useFrame } from './client-context'
import { setBlockedWithWayBack } from './way-back'

export function useUnblock(): (person: Pick<Blocked, 'id' | 'name'>) => Promise<Result<unknown>> {
  const { people } = useClient().commands
  const frame = useFrame()
  return useCallback((person) => setBlockedWithWayBack(people, frame, person, false), [people, frame])
}
