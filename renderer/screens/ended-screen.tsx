// Owns joining a call that ended to calling again, saving or blocking the person, and leaving the page.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { parseCallLink } from '../../shared/link/call-link'
import { text } from '../../shared/text/en'
import type { CallView, Phase } from '../features/calls/calls-store'
import { EndedCall } from '../features/calls/ended-call'
import { JoinCodeForm } from '../features/connection/join-code-form'
import { UndeliveredTexts } from '../features/texts/undelivered-texts'
import { cleanName } from '../lib/clean-name'
import { Note } from '../ui/note'
import { useClient } from './client-context'
import { useCallActions } from './use-call-actions'
import { useCopyText } from './use-copy-text'
import { useSaveContact } from './use-save-contact'

interface EndedScreenProps {
  readonly call: CallView
  readonly phase: Extract<Phase, { name: 'ended' }>
}

export function EndedScreen({ call, phase }: EndedScreenProps): ReactElement {
  const client = useClient()
  const copyText = useCopyText()
  const { setBlocked } = useCallActions()
  const saveContact = useSaveContact()
  const [notSaved, setNotSaved] = useState<string | null>(null)
  const { calls } = client.commands
  const { person } = call
  const saved = useStore(client.people, ({ contacts }) => contacts.some(({ id }) => id === person.id))
  const link = parseCallLink(call.callBack ?? '')
  const server = link.ok ? link.value.server : null
  const name = cleanName(person.name)
  const save = () => {
    setNotSaved(null)
    void saveContact({ id: person.id, name, server }, setNotSaved)
  }
  const closeAll = () => {
    for (const { callId, phase: other } of client.calls.getState().calls) {
      if (other.name === 'ended') calls.dismiss(callId)
    }
  }
  const callAgain = (video: boolean) => {
    if (server === null) return
    closeAll()
    calls.place({ id: person.id, name: person.name, server }, video)
  }
  const block = () => {
    setBlocked({ id: person.id, name: person.name, server }, true)
    closeAll()
  }
  const calledInVain = call.direction === 'incoming' && phase.talkedMs === 0
  return (
    <EndedCall
      key={call.callId}
      person={person}
      reason={phase.reason}
      talkedMs={phase.talkedMs}
      words={phase.words}
      direction={call.direction}
      video={call.video}
      onCall={server === null ? null : callAgain}
      onSave={saved || name === '' ? null : save}
      onBlock={calledInVain && !saved ? block : null}
      onClose={closeAll}
    >
      {phase.reason === 'join-code-needed' && server !== null && (
        <JoinCodeForm
          desktop={client.desktop}
          server={server}
          action={text.joinCode.useAndCall}
          onKept={() => {
            // It may be our own server that refused.
            client.commands.connection.retryHome()
            callAgain(call.video)
          }}
        />
      )}
      {notSaved !== null && <Note sentence={notSaved} />}
      <UndeliveredTexts texts={client.texts} copyText={copyText} />
    </EndedCall>
  )
}
