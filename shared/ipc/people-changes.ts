// Owns which change of a document each command of contacts and recent calls asks for, the same in every host. Where the
// documents are, and who is told, is the host's.
import {
  blockPerson,
  editContact,
  putContacts,
  removeContacts,
  unblockPerson,
  type ContactsChange,
} from '../model/contacts-change'
import { addCall, putBackCalls, removeCalls, seeCalls, type HistoryChange } from '../model/history-change'
import type { CommandInput } from './contract'

/** Handlers of every command that changes one of the two documents; each answers what its host's change answers. */
export function changePeople<Answer>(host: {
  readonly contacts: (next: ContactsChange) => Answer
  readonly history: (next: HistoryChange) => Answer
}) {
  return {
    'contacts.put': ({ contacts }: CommandInput<'contacts.put'>) => host.contacts(putContacts(contacts)),
    'contacts.edit': ({ id, edit }: CommandInput<'contacts.edit'>) => host.contacts(editContact(id, edit)),
    'contacts.remove': ({ ids }: CommandInput<'contacts.remove'>) => host.contacts(removeContacts(ids)),
    'contacts.block': (person: CommandInput<'contacts.block'>) => host.contacts(blockPerson(person)),
    'contacts.unblock': ({ id }: CommandInput<'contacts.unblock'>) => host.contacts(unblockPerson(id)),
    'history.add': (call: CommandInput<'history.add'>) => host.history(addCall(call)),
    'history.remove': ({ numbers }: CommandInput<'history.remove'>) => host.history(removeCalls(numbers)),
    'history.putBack': ({ records }: CommandInput<'history.putBack'>) => host.history(putBackCalls(records)),
    'history.see': ({ below }: CommandInput<'history.see'>) => host.history(seeCalls(below)),
  } as const
}
