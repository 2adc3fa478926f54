// Owns what is said aloud to assistive technology without moving the focus.
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react'

export type Urgency = 'polite' | 'assertive'
export type Announce = (urgency: Urgency, sentence: string) => void

const AnnounceContext = createContext<Announce>(() => undefined)

export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

interface Said {
  /** More than one where several were said before the page was drawn again: none may push another out. */
  readonly sentences: readonly string[]
  /** How many sentences there ever were. */
  readonly count: number
}

const NOTHING: Said = { sentences: [], count: 0 }

export function LiveRegion({ children }: { readonly children: ReactNode }): ReactElement {
  const [polite, setPolite] = useState(NOTHING)
  const [assertive, setAssertive] = useState(NOTHING)
  const drawn = useRef({ polite: 0, assertive: 0 })
  useEffect(() => {
    drawn.current = { polite: polite.count, assertive: assertive.count }
  }, [polite, assertive])
  const announce = useCallback<Announce>((urgency, sentence) => {
    const set = urgency === 'polite' ? setPolite : setAssertive
    set((said) => ({
      sentences: said.count > drawn.current[urgency] ? [...said.sentences, sentence] : [sentence],
      count: said.count + 1,
    }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <Region urgency="polite" said={polite} />
      <Region urgency="assertive" said={assertive} />
    </AnnounceContext>
  )
}

interface RegionProps {
  readonly urgency: Urgency
  readonly said: Said
}

/** The keys replace the nodes, so that the same sentence twice is said twice. */
function Region({ urgency, said: { sentences, count } }: RegionProps): ReactElement {
  return (
    <div className="sr" aria-live={urgency}>
      {sentences.map((sentence, at) => (
        <p key={count - sentences.length + at}>{sentence}</p>
      ))}
    </div>
  )
}
