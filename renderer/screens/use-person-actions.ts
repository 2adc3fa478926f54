// Owns what can be done with a person in a list.
import { useMemo } from 'react'
import type { Callee } from '../features/people/contact-row'
import type { ContactsTabActions } from '../features/people/contacts-tab'
import { shownName } from '../ui/names'
import { useClient, useFrame } from './client-context'
import { useSaveContact } from './use-save-contact'

export interface PersonActions extends ContactsTabActions {
  readonly save: (person: Callee) => void
}

export function usePersonActions(): PersonActions {
  const { commands } = useClient()
  const frame = useFrame()
  const saveContact = useSaveContact()
  return useMemo(
    () => ({
      call: ({ id, name, server }, video) => {
        if (server !== null) commands.calls.place({ id, name, server }, video)
      },
      save: ({ id, name, server }) => {
        void saveContact({ id, name: shownName(name), server }, (sentence) =>
          frame.setState({ takeBack: { sentence, undo: null } }),
        )
      },
      open: (id) => frame.setState({ contact: id }),
      add: () => frame.setState({ overlay: 'newContact' }),
      manage: () => frame.setState({ overlay: 'contacts' }),
    }),
    [commands, frame, saveContact],
  )
}
