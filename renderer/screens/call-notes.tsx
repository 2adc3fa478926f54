// Owns what has to be said beside a call: why a device gives nothing, that another took over, that nothing is shared.
import { useState, type ReactElement } from 'react'
import type { FailureCode } from '../../shared/failure'
import type { CallView, LocalSending } from '../features/calls/calls-store'
import { DeviceReplacedNote } from '../features/devices/device-replaced-note'
import { DeviceTrouble } from '../features/devices/device-trouble'
import { useClient } from './client-context'
import { ShareNote } from './share-part'

const KINDS = ['microphone', 'camera'] as const
const ALL = ['microphone', 'camera', 'speaker'] as const

function codeOf(sending: LocalSending): FailureCode | null {
  return sending.is === 'none' ? sending.code : null
}

export function CallNotes({ call }: { readonly call: CallView }): ReactElement {
  const client = useClient()
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const { devices: commands } = client.commands
  return (
    <>
      {KINDS.map((kind) => {
        const code = codeOf(call.local[kind])
        const key = `${kind} ${code ?? ''}`
        if (code === null || dismissed.includes(key)) return null
        const dismiss = () => setDismissed([...dismissed, key])
        return <DeviceTrouble key={key} {...{ kind, code, commands }} onDismiss={dismiss} />
      })}
      <ShareNote />
      {ALL.map((kind) => (
        <DeviceReplacedNote
          key={kind}
          kind={kind}
          devices={client.devices}
          commands={commands}
          clock={client.clock}
        />
      ))}
    </>
  )
}
