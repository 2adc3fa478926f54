// Owns the large round buttons that answer or leave a ringing call: 60 px, always with their word.
import type { ReactElement } from 'react'
import { keyText, type KeyName } from '../../ui/keys'
import { usePlatform } from '../../ui/platform-context'
import { tip } from '../../ui/tip'

interface AnswerButtonProps {
  readonly kind: 'quiet' | 'yes' | 'no'
  readonly label: string
  readonly keyName: KeyName
  readonly icon: ReactElement
  readonly onPress: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
}

export function AnswerButton(props: AnswerButtonProps): ReactElement {
  const { kind, label, keyName, icon, onPress, pressed, disabled = false } = props
  const shortcut = keyText(keyName, usePlatform())
  return (
    <button
      type="button"
      className={`answer ${kind}`}
      aria-keyshortcuts={shortcut.aria}
      {...tip(label, { shortcut: shortcut.shown })}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      <span className="answer-sign">{icon}</span>
      {label}
    </button>
  )
}
