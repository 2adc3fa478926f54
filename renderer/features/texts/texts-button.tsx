// Owns the call bar's button for texts, with how many are new.
import { MessageSquareText } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { IconButton } from '../../ui/button'
import { useShortcut } from '../../ui/use-shortcut'
import type { TextsStore } from './texts-store'
import './texts-button.css'

interface TextsButtonProps {
  readonly texts: TextsStore
  readonly open: boolean
  readonly onToggle: () => void
}

export function TextsButton({ texts, open, onToggle }: TextsButtonProps): ReactElement {
  const unseen = useStore(texts, (state) => state.unseen)
  useShortcut('texts', onToggle)
  return (
    <IconButton
      className="bar-btn texts-btn"
      label={unseen > 0 ? text.texts.openUnseen(unseen) : text.texts.open}
      keyName="texts"
      aria-expanded={open}
      onClick={onToggle}
    >
      <MessageSquareText />
      {unseen > 0 && (
        <span className="texts-badge" aria-hidden="true">
          {text.texts.badge(unseen)}
        </span>
      )}
    </IconButton>
  )
}
