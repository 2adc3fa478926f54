// Owns saving a person as a contact: said aloud once it is true.
import { useCallback } from 'react'
import type { Contact } from '../../shared/model/contact'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { useAnnounce } from '../ui/live-region'
import { useClient } from './client-context'

type Saving = (
  person: Pick<Contact, 'id' | 'name' | 'server'>,
  /** Says why not, where it can be seen or heard. */
  say: (why: string) => void,
) => Promise<void>

export function useSaveContact(): Saving {
  const { people } = useClient().commands
  const announce = useAnnounce()
  return useCallback(
    async (person, say) => {
      const saved = await people.saveContact(person)
      if (saved.ok) announce('polite', text.people.saved(person.name))
      else say(failureWords(saved.code))
    },
    [people, announce],
  )
}
