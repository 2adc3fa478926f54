// Owns the sentence that says what is wrong with the connection and what to do: in the panel, and over the call.
import { Wifi } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { diagnosisWords } from '../../../shared/text/en-diagnosis'
import { Note } from '../../ui/note'
import type { Diagnosis } from './choose-diagnosis'
import type { StatsStore } from './stats-store'

interface DiagnosisProps {
  readonly stats: StatsStore
  /** As inside a sentence. */
  readonly name: string
}

/** In the panel, whenever something is wrong. */
export function DiagnosisLine({ stats, name }: DiagnosisProps): ReactElement | null {
  const diagnosis = useStore(stats, (state) => state.diagnosis)
  return diagnosis && <p className="panel-diagnosis">{diagnosisWords[diagnosis](name)}</p>
}

interface DiagnosisNoteProps extends DiagnosisProps {
  /** The open panel says it already. */
  readonly explained: boolean
}

/** Over the call, where it lasts and the call suffers. Sent away, it comes back only with another sentence. */
export function DiagnosisNote({ stats, name, explained }: DiagnosisNoteProps): ReactElement | null {
  const diagnosis = useStore(stats, (state) => (state.warns ? state.diagnosis : null))
  const [dismissed, setDismissed] = useState<readonly Diagnosis[]>([])
  if (diagnosis === null || explained || dismissed.includes(diagnosis)) return null
  return (
    <Note
      sentence={diagnosisWords[diagnosis](name)}
      icon={<Wifi className="s" />}
      onDismiss={() => setDismissed([...dismissed, diagnosis])}
    />
  )
}
