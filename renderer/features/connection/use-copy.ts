// Owns copying with a confirmation that lasts two seconds and is also said aloud.
import { useEffect, useState } from 'react'
import { text } from '../../../shared/text/en'
import { useAnnounce } from '../../ui/live-region'

/** True once it is on the clipboard. */
export type CopyText = (copied: string) => Promise<boolean>

const CONFIRM_MS = 2_000

/** The second value is what was copied just now, "failed", or null. */
export function useCopy(copyText: CopyText): readonly [(copied: string) => void, string | null] {
  const [outcome, setOutcome] = useState<string | null>(null)
  const announce = useAnnounce()
  useEffect(() => {
    if (outcome === null || outcome === 'failed') return
    const timer = setTimeout(() => setOutcome(null), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (copied: string) => {
    void copyText(copied).then((done) => {
      setOutcome(done ? copied : 'failed')
      if (done) announce('polite', text.link.copiedAnnounced)
    })
  }
  return [copy, outcome]
}
