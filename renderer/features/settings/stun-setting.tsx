// Owns the list of STUN servers for stock servers: one a line, applied when the field is left.
import { useId, useState, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { FieldNote } from '../../ui/field'
import { useAfterPress } from '../../ui/use-after-press'
import { readStunLines } from './stun-lines'

interface StunSettingProps {
  readonly servers: readonly string[]
  readonly onChange: (servers: string[]) => void
}

export function StunSetting({ servers, onChange }: StunSettingProps): ReactElement {
  const [draft, setDraft] = useState(servers.join('\n'))
  const [left, setLeft] = useState(false)
  const afterPress = useAfterPress()
  const id = useId()
  const read = readStunLines(draft)
  const apply = () => {
    // What is said then may move what is just being pressed.
    afterPress(() => setLeft(true))
    if (read.ok && read.servers.join('\n') !== servers.join('\n')) onChange([...read.servers])
  }
  const problem = left && !read.ok ? read.words : null
  return (
    <div className="field-block">
      <textarea
        className="textarea"
        aria-label={text.settings.stun}
        aria-describedby={id}
        aria-invalid={problem !== null || undefined}
        dir="ltr"
        spellCheck={false}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={apply}
      />
      <FieldNote id={id} problem={problem} hint={<span>{text.settings.stunHint}</span>} />
    </div>
  )
}
