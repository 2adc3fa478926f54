// Owns the user's own words for declining: each applies when its field is left or Enter is pressed; an empty one is ours.
import { useState, type ReactElement } from 'react'
import { cleanText } from '../../../shared/clean-text'
import { MAX_DECLINE_CHARS } from '../../../shared/protocol/limits'
import { settingsWords } from '../../../shared/text/en-settings'
import { Field } from '../../ui/field'

interface DeclineMessagesProps {
  readonly messages: readonly string[]
  /** Ours, shown where the user's is empty. */
  readonly ours: readonly string[]
  readonly onChange: (messages: string[]) => void
}

export function DeclineMessages({ messages, ours, onChange }: DeclineMessagesProps): ReactElement {
  return (
    <>
      {messages.map((message, at) => (
        <MessageField
          key={at}
          label={settingsWords.me.message(at + 1)}
          placeholder={ours[at] ?? ''}
          message={message}
          onChange={(changed) => onChange(messages.map((other, n) => (n === at ? changed : other)))}
        />
      ))}
    </>
  )
}

interface MessageFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly message: string
  readonly onChange: (message: string) => void
}

function MessageField({ label, placeholder, message, onChange }: MessageFieldProps): ReactElement {
  const [draft, setDraft] = useState(message)
  const [known, setKnown] = useState(message)
  // Set back from elsewhere it must be seen, which the draft would hide.
  if (known !== message) {
    setKnown(message)
    setDraft(message)
  }
  const apply = () => {
    const clean = cleanText(draft, MAX_DECLINE_CHARS)
    if (clean !== message) onChange(clean)
    else setDraft(clean)
  }
  return (
    <Field
      label={label}
      labelHidden
      placeholder={placeholder}
      maxLength={MAX_DECLINE_CHARS}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => event.key === 'Enter' && apply()}
    />
  )
}
