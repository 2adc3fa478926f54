// Owns what stays of texts after a call: those of ours that didn't arrive, to be copied.
import { Copy } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import { useAnnounce } from '../../ui/live-region'
import type { TextsStore } from './texts-store'
import './undelivered-texts.css'

interface UndeliveredTextsProps {
  readonly texts: TextsStore
  readonly copyText: (copied: string) => Promise<boolean>
}

export function UndeliveredTexts({ texts, copyText }: UndeliveredTextsProps): ReactElement | null {
  const lines = useStore(texts, (state) => state.lines)
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const announce = useAnnounce()
  if (lines.length === 0) return null
  const copy = () => {
    void copyText(lines.map((line) => line.text).join('\n')).then((done) => {
      setOutcome(done ? 'copied' : 'failed')
      if (done) announce('polite', text.texts.copied)
    })
  }
  return (
    <section className="undelivered">
      <h2>{text.texts.undelivered(lines.length)}</h2>
      <div className="undelivered-words" dir="auto" tabIndex={0} role="group" aria-label={text.texts.title}>
        {lines.map((line) => (
          <p key={line.key}>{line.text}</p>
        ))}
      </div>
      <Button size="s" onClick={copy}>
        <Copy className="s" />
        {outcome === 'copied' ? text.texts.copied : text.texts.copy}
      </Button>
      <p className="small" role="alert">
        {outcome === 'failed' && text.texts.copyFailed}
      </p>
    </section>
  )
}
