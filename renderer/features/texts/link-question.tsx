// Owns the question before an address of a text is opened: where it leads, whole, and only then a press that opens it.
import { ExternalLink, Mail } from 'lucide-react'
import { useEffect, useRef, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import type { TextLink } from './text-links'

interface LinkQuestionProps {
  readonly link: TextLink
  readonly onOpen: () => void
  readonly onClose: () => void
}

export function LinkQuestion({ link, onOpen, onClose }: LinkQuestionProps): ReactElement {
  const { href, target, kind } = link
  const isWeb = kind === 'web'
  const question = isWeb ? text.texts.askWeb(target) : text.texts.askMail(target)
  const box = useRef<HTMLDivElement>(null)
  // On the question, not on a button: a stray Enter opens nothing.
  useEffect(() => box.current?.focus(), [href])
  return (
    <div
      ref={box}
      className="link-question"
      role="alertdialog"
      aria-label={question}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <p className="strong">{question}</p>
      <p className="link-address small" dir="ltr">
        {href}
      </p>
      <div className="row">
        <Button size="s" kind="primary" onClick={onOpen}>
          {isWeb ? <ExternalLink className="s" /> : <Mail className="s" />}
          <span className="clip">{isWeb ? text.texts.openHost(target) : text.texts.writeTo}</span>
        </Button>
        <Button size="s" onClick={onClose}>
          {text.app.cancel}
        </Button>
      </div>
    </div>
  )
}
