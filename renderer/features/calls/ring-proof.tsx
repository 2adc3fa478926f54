// Owns showing a caller what was seen of the ring at the other side: each step appears when it was observed there.
import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import type { RingProofStep } from '../../../shared/model/call'
import { text } from '../../../shared/text/en'

interface RingProofProps {
  /** As inside a sentence. */
  readonly name: string
  readonly rung: readonly RingProofStep[]
}

const words = text.outgoing.proof

export function RingProof({ name, rung }: RingProofProps): ReactElement {
  return (
    <ol className="ring-proof" aria-label={words.label(name)} aria-live="polite">
      {(['delivered', ...rung] as const).map((step) => (
        <li key={step}>
          <span className="ring-tick">
            <Check />
          </span>
          {words[step]}
        </li>
      ))}
    </ol>
  )
}
