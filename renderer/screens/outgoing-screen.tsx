// Owns joining a call that waits for its answer to its commands and to the devices' troubles.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { OutgoingCall } from '../features/calls/outgoing-call'
import type { CallView } from '../features/calls/calls-store'
import { CallNotes } from './call-notes'
import { useClient } from './client-context'

export function OutgoingScreen({ call }: { readonly call: CallView }): ReactElement {
  const client = useClient()
  const { calls } = client.commands
  const ownCamera = useStore(client.calls, ({ media }) =>
    media?.callId === call.callId ? media.localCamera : null,
  )
  return (
    <OutgoingCall
      call={call}
      ownCamera={ownCamera}
      onMicrophone={(on) => calls.setMicrophone(call.callId, on)}
      onCamera={(on) => calls.setCamera(call.callId, on)}
      onCancel={() => calls.hangUp(call.callId)}
      notes={<CallNotes call={call} />}
    />
  )
}
