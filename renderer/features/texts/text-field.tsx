// Owns the field one writes a text in: Enter sends, Shift Enter begins a line, and near the end it says how much is left.
import { SendHorizontal } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { MAX_TEXT_CHARS } from '../../../shared/protocol/call-messages'
import { text } from '../../../shared/text/en'
import { IconButton } from '../../ui/button'

/** From here on it is said how much is left. */
const NEAR_END = 256

interface TextFieldProps {
  /** As inside a sentence. */
  readonly name: string
  readonly draft: string
  readonly onDraft: (draft: string) => void
  /** False where it can't be sent as it is. */
  readonly onSend: (draft: string) => boolean
}

export function TextField({ name, draft, onDraft, onSend }: TextFieldProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  useGrowing(field, draft)
  const left = MAX_TEXT_CHARS - draft.trim().length
  const isReady = left >= 0 && draft.trim() !== ''
  const send = () => {
    if (isReady && onSend(draft)) onDraft('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is being composed Enter only takes it over.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <div className="text-field">
      <div className="text-field-row">
        <textarea
          ref={field}
          className="textarea"
          rows={1}
          dir="auto"
          value={draft}
          placeholder={text.texts.field(name)}
          aria-label={text.texts.field(name)}
          aria-describedby={`${id}-left`}
          aria-invalid={left < 0 || undefined}
          onChange={({ target }) => onDraft(target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton
          kind="primary"
          label={text.texts.send}
          aria-disabled={!isReady || undefined}
          onClick={send}
        >
          <SendHorizontal />
        </IconButton>
      </div>
      <p id={`${id}-left`} className={`small ${left < 0 ? 'is-over' : 'muted'}`} aria-live="polite">
        {left < 0 ? text.texts.tooLong(-left) : left < NEAR_END ? text.texts.left(left) : null}
      </p>
    </div>
  )
}

/** As high as its words, up to what the stylesheet allows. */
function useGrowing(field: React.RefObject<HTMLTextAreaElement | null>, draft: string): void {
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [field, draft])
}
