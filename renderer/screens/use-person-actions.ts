// Owns what can be done with a person in a list.
import { useMemo } from 'react'
import type { PersonActions } from '../features/people/person-row'
import { text } from '../../shared/text/en'
import { useAnnounce } from '../ui/live-region'
import { shownName } from '../ui/names'
import { useClient, useFrame } from './client-context'

export function usePersonActions(): PersonActions {
  const { commands } = useClient()
  const frame = useFrame()
  const announce = useAnnounce()
  return useMemo(
    () => ({
      call: ({ id, name, server }, video) => {
        if (server !== null) commands.calls.place({ id, name, server }, video)
      },
      save: ({ id, name, server }) => {
        commands.people.saveContact({ id, name: shownName(name), server })
        announce('polite', text.people.saved(shownName(name)))
      },
      remove: (entry) => frame.setState({ removing: { id: entry.id, name: entry.name } }),
    }),
    [commands, frame, announce],
  )
}
