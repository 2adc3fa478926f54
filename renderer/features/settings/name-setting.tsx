// Owns changing one's own name: applies when the field is left or Enter is pressed, never to nothing.
import { useState, type ReactElement } from 'react'
import { MAX_NAME_CHARS } from '../../../shared/protocol/limits'
import { text } from '../../../shared/text/en'
import { Field } from '../../ui/field'
import { cleanName } from '../../lib/clean-name'

interface NameSettingProps {
  readonly name: string
  readonly onChange: (name: string) => void
}

export function NameSetting({ name, onChange }: NameSettingProps): ReactElement {
  const [draft, setDraft] = useState(name)
  const clean = cleanName(draft)
  const apply = () => {
    if (clean !== '' && clean !== name) onChange(clean)
  }
  return (
    <Field
      label={text.settings.name}
      labelHidden
      maxLength={MAX_NAME_CHARS}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => event.key === 'Enter' && apply()}
      problem={clean === '' ? text.firstStart.nameMissing : null}
      hint={<span>{text.firstStart.nameHint}</span>}
    />
  )
}
