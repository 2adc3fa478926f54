// Owns what has to be said beside a call: that somebody else calls, why a device gives nothing, that another took over, that nothing is shared.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import type { FailureCode } from '../../shared/failure'
import type { CallView, LocalSending } from '../features/calls/calls-store'
import { DeviceReplacedNote } from '../features/devices/device-replaced-note'
import { DeviceTrouble } from '../features/devices/device-trouble'
import { spokenName } from '../ui/names'
import { DiagnosisNote } from './call-parts'
import { useClient } from './client-context'
import { ShareNote } from './share-part'
import { CallTakeBack } from './take-back-part'
import { WaitingNote } from './waiting-note'

const KINDS = ['microphone', 'camera'] as const
const ALL = ['microphone', 'camera', 'speaker'] as const

function codeOf(sending: LocalSending): FailureCode | null {
  return sending.is === 'none' ? sending.code : null
}

interface CallNotesProps {
  readonly call: CallView
  /** The open panel explains the connection already. */
  readonly explained?: boolean
}

export function CallNotes({ call, explained = false }: CallNotesProps): ReactElement {
  const client = useClient()
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const { devices: commands } = client.commands
  return (
    <>
      <WaitingNote />
      {KINDS.map((kind) => {
        const code = codeOf(call.local[kind])
        const key = `${kind} ${code ?? ''}`
        if (code === null || dismissed.includes(key)) return null
        const dismiss = () => setDismissed([...dismissed, key])
        return <DeviceTrouble key={key} {...{ kind, code, commands }} onDismiss={dismiss} />
      })}
      <ConnectionNote call={call} explained={explained} />
      <ShareNote />
      <CallTakeBack />
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

/** Loaded when there is something to say. */
function ConnectionNote({ call, explained }: Required<CallNotesProps>): ReactElement | null {
  const { stats } = useClient()
  const [warned, setWarned] = useState(false)
  const warns = useStore(stats, (state) => state.warns)
  if (warns && !warned) setWarned(true)
  if (!warned) return null
  return <DiagnosisNote stats={stats} name={spokenName(call.person.name)} explained={explained} />
}
