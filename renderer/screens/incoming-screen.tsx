// Owns joining a ringing call to its commands.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { declineWords } from '../../shared/text/decline-words'
import { IncomingCall } from '../features/calls/incoming-call'
import type { CallView } from '../features/calls/calls-store'
import { useClient } from './client-context'

export function IncomingScreen({ call }: { readonly call: CallView }): ReactElement {
  const { commands, settings } = useClient()
  const own = useStore(settings, (state) => state.settings.declineMessages)
  return (
    <IncomingCall
      key={call.callId}
      call={call}
      onAccept={(video) => commands.calls.accept(call.callId, video)}
      onDecline={(message) => commands.calls.decline(call.callId, message)}
      messages={declineWords(own)}
      onSilence={() => commands.ringing.silence()}
    />
  )
}
