// Owns what can be done with a person in a list.
import { useMemo } from 'react'
import type { Callee } from '../features/people/contact-row'
import type { ContactsTabActions } from '../features/people/contacts-tab'
import { text } from '../../shared/text/en'
import { useAnnounce } from '../ui/live-region'
import { shownName } from '../ui/names'
import { useClient, useFrame } from './client-context'

export interface PersonActions extends ContactsTabActions {
  readonly save: (person: Callee) => void
}

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
        void commands.people.saveContact({ id, name: shownName(name), server })
        announce('polite', text.people.saved(shownName(name)))
      },
      open: (id) => frame.setState({ contact: id }),
      add: () => frame.setState({ overlay: 'newContact' }),
      manage: () => frame.setState({ overlay: 'contacts' }),
    }),
    [commands, frame, announce],
  )
}
