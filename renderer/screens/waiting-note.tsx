// Owns saying inside a call that somebody else calls, where the host has no ring window for it: answering ends this call.
import { Phone } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { ringingCall } from '../features/calls/call-selectors'
import { Button } from '../ui/button'
import { shownName } from '../ui/names'
import { Note } from '../ui/note'
import { useClient } from './client-context'

export function WaitingNote(): ReactElement | null {
  const { info, calls, commands } = useClient()
  const waiting = useStore(calls, ringingCall)
  if (info.host === 'electron' || !waiting) return null
  const { callId, person, video } = waiting
  return (
    <Note sentence={text.waiting.calls(shownName(person.name))} icon={<Phone className="s" />}>
      <Button size="s" onClick={() => commands.calls.accept(callId, video)}>
        {text.waiting.endAndAccept}
      </Button>
      <Button size="s" kind="ghost" onClick={() => commands.calls.decline(callId)}>
        {text.incoming.decline}
      </Button>
    </Note>
  )
}
