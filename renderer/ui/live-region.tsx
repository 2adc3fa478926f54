// Owns what is said aloud to assistive technology without moving the focus.
import { createContext, useCallback, useContext, useState, type ReactElement, type ReactNode } from 'react'

export type Urgency = 'polite' | 'assertive'
export type Announce = (urgency: Urgency, sentence: string) => void

const AnnounceContext = createContext<Announce>(() => undefined)

export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

interface Said {
  readonly sentence: string
  readonly count: number
}

const NOTHING: Said = { sentence: '', count: 0 }

export function LiveRegion({ children }: { readonly children: ReactNode }): ReactElement {
  const [polite, setPolite] = useState(NOTHING)
  const [assertive, setAssertive] = useState(NOTHING)
  const announce = useCallback<Announce>((urgency, sentence) => {
    const set = urgency === 'polite' ? setPolite : setAssertive
    set((said) => ({ sentence, count: said.count + 1 }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* The key replaces the node, so that the same sentence twice is said twice. */}
      <div className="sr" aria-live="polite">
        <span key={polite.count}>{polite.sentence}</span>
      </div>
      <div className="sr" aria-live="assertive">
        <span key={assertive.count}>{assertive.sentence}</span>
      </div>
    </AnnounceContext>
  )
}
