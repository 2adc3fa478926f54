// Owns what can be done with all contacts: import, export, and who is blocked.
import { useMemo, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { peopleWords } from '../../shared/text/en-people'
import { BlockedList } from '../features/people/blocked-list'
import { ExportContacts } from '../features/people/export-contacts'
import { downloadFile, exportContacts, type ExportFormat } from '../features/people/export-file'
import { ImportContacts, type ImportActions } from '../features/people/import-contacts'
import { readImport } from '../features/people/import-file'
import { takeImport } from '../features/people/take-import'
import { undoImport, undoOf } from '../features/people/undo-import'
import { Dialog } from '../ui/dialog'
import { useClient, useFrame } from './client-context'
import { DialogTakeBack } from './take-back-part'
import { useUnblock } from './use-unblock'
import { offerWayBack } from './way-back'

export function ContactsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { people, desktop } = useClient()
  const importing = useImporting()
  const unblock = useUnblock()
  const contacts = useStore(people, (state) => state.contacts)
  const words = peopleWords.manage
  const write = async (format: ExportFormat) => {
    const file = await exportContacts(desktop, contacts, format)
    if (file.ok) downloadFile(file.value)
    return file
  }
  return (
    <Dialog title={words.title} onClose={onClose} size="m">
      <div className="contact-page manage-contacts">
        <section>
          <h2>{words.importTitle}</h2>
          <ImportContacts actions={importing} />
        </section>
        <section>
          <h2>{words.exportTitle}</h2>
          <ExportContacts count={contacts.length} write={write} />
        </section>
        <section>
          <h2>{peopleWords.blocked.title}</h2>
          <BlockedList people={people} unblock={unblock} />
        </section>
      </div>
      <DialogTakeBack />
    </Dialog>
  )
}

function useImporting(): ImportActions {
  const { people, identity, commands, desktop, clock } = useClient()
  const frame = useFrame()
  return useMemo(
    () => ({
      read(file, isStopped) {
        const own = identity.getState()
        const ownId = own.status === 'ready' ? own.id : null
        return readImport(file, { contacts: people.getState().contacts, ownId, clock, isStopped })
      },
      async take(plan, manner, onProgress) {
        const taken = await takeImport({
          ...{ plan, manner, desktop, onProgress },
          contacts: () => people.getState().contacts,
          put: (contacts) => commands.people.putContacts(contacts),
          wallNow: () => clock.wallNow(),
        })
        if (taken.ok && taken.value.change.after.length > 0) {
          offerWayBack(frame, {
            sentence: peopleWords.importing.canUndo,
            undo: () => undoImport(commands.people, undoOf(taken.value.change, people.getState().contacts)),
          })
        }
        return taken
      },
    }),
    [people, identity, commands, desktop, clock, frame],
  )
}
