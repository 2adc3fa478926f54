// Owns drawing one text: whose it is, its words with addresses to press, when it came, and what became of it.
import { Check, CircleAlert } from 'lucide-react'
import { memo, useMemo, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import { timeOfDay } from '../../ui/format'
import { partsOf, type TextLink } from './text-links'
import type { TextLine } from './texts-store'

interface TextLineViewProps {
  readonly line: TextLine
  /** Whose it is, as read out. */
  readonly author: string
  /** There is no connection just now. */
  readonly isWaiting: boolean
  readonly onLink: (link: TextLink) => void
  readonly onRetry: (key: string) => void
}

export const TextLineView = memo(function TextLineView(props: TextLineViewProps): ReactElement {
  const { line, author, isWaiting, onLink, onRetry } = props
  const parts = useMemo(() => partsOf(line.text), [line.text])
  return (
    <li className={`text-line ${line.mine ? 'is-mine' : ''} ${line.state === 'failed' ? 'is-failed' : ''}`}>
      <span className="sr">{author}</span>
      <p className="text-words" dir="auto">
        {parts.map((part, at) =>
          part.is === 'words' ? (
            part.words
          ) : (
            <button key={at} type="button" className="text-link" onClick={() => onLink(part)}>
              {part.shown}
            </button>
          ),
        )}
      </p>
      <p className="text-meta small">
        <time>{timeOfDay(line.at)}</time>
        <LineState line={line} isWaiting={isWaiting} />
        {line.state === 'failed' && (
          <Button size="s" kind="ghost" onClick={() => onRetry(line.key)}>
            {text.texts.retry}
          </Button>
        )}
      </p>
    </li>
  )
})

function LineState({
  line: { state },
  isWaiting,
}: {
  readonly line: TextLine
  readonly isWaiting: boolean
}): ReactElement | null {
  switch (state) {
    case 'received':
      return null
    case 'sending':
      return <span>{isWaiting ? text.texts.states.waiting : text.texts.states.sending}</span>
    case 'delivered':
      return (
        <span className="text-state">
          <Check className="s" />
          {text.texts.states.delivered}
        </span>
      )
    case 'failed':
      return (
        <span className="text-state">
          <CircleAlert className="s" />
          {text.texts.states.failed}
        </span>
      )
  }
}
