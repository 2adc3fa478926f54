// Owns choosing the words that go with a decline. Nothing is said before one of them is pressed; it rings on meanwhile.
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'

interface MessageChooserProps {
  /** As inside a sentence. */
  readonly name: string
  readonly messages: readonly string[]
  readonly onChoose: (message: string) => void
  readonly onBack: () => void
}

export function MessageChooser({ name, messages, onChoose, onBack }: MessageChooserProps): ReactElement {
  const group = useRef<HTMLDivElement>(null)
  // On the group: a key that was meant for something else must not say anything.
  useEffect(() => group.current?.focus({ preventScroll: true }), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault() // here it goes back, and leaves the tone alone
    onBack()
  }
  // It opens under the pointer: the second click of a double one was meant for what was there before.
  const chose = ({ detail }: MouseEvent, message: string) => {
    if (detail < 2) onChoose(message)
  }
  return (
    <div
      ref={group}
      className="ring-messages"
      role="group"
      tabIndex={-1}
      aria-labelledby="messages-title"
      onKeyDown={onKeyDown}
    >
      <h2 id="messages-title">{text.incoming.messageTitle(name)}</h2>
      {messages.map((message, index) => (
        <Button key={index} size="l" className="ring-message" onClick={(event) => chose(event, message)}>
          <bdi>{message}</bdi>
        </Button>
      ))}
      <Button kind="ghost" onClick={onBack}>
        <ArrowLeft />
        {text.incoming.back}
      </Button>
    </div>
  )
}
