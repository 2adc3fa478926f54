// Owns joining a ringing call to its commands.
import { useEffect, type ReactElement } from 'react'
import { IncomingCall } from '../features/calls/incoming-call'
import type { CallView } from '../features/calls/calls-store'
import { useClient } from './client-context'
import { loadCallMenus } from './load-call-menus'

export function IncomingScreen({ call }: { readonly call: CallView }): ReactElement {
  const { commands } = useClient()
  useEffect(() => void loadCallMenus(), [])
  return (
    <IncomingCall
      key={call.callId}
      call={call}
      onAccept={(video) => commands.calls.accept(call.callId, video)}
      onDecline={() => commands.calls.decline(call.callId)}
      onSilence={() => commands.ringing.silence()}
    />
  )
}
