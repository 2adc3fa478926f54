// Owns the line over a call that says what the other side shows.
import { AppWindow, Monitor } from 'lucide-react'
import type { ReactElement } from 'react'
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import { sharesWords } from './viewing-words'

interface SharesPillProps {
  /** As inside a sentence. */
  readonly name: string
  readonly shown: SharedScreen
}

export function SharesPill({ name, shown }: SharesPillProps): ReactElement {
  const sentence = sharesWords(name, shown)
  return (
    <span className="pill leaves shares-pill" title={sentence}>
      {shown.kind === 'window' ? <AppWindow className="s" /> : <Monitor className="s" />}
      <span className="clip">{sentence}</span>
    </span>
  )
}
