// Owns the panel of texts in a call: what was written, the question before an address is opened, and the field.
import { X } from 'lucide-react'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { IconButton } from '../../ui/button'
import { LinkQuestion } from './link-question'
import { TextField } from './text-field'
import { TextLineView } from './text-line-view'
import type { TextLink } from './text-links'
import type { TextsCommands, TextsStore } from './texts-store'
import '../../ui/panel.css'
import './texts.css'

interface TextsPanelProps {
  readonly texts: TextsStore
  readonly commands: TextsCommands
  /** As inside a sentence. */
  readonly name: string
  readonly isReconnecting: boolean
  /** Kept while the panel is closed. */
  readonly draft: string
  readonly onDraft: (draft: string) => void
  /** True once something took it. */
  readonly openLink: (href: string) => Promise<boolean>
  readonly onClose: () => void
}

export function TextsPanel(props: TextsPanelProps): ReactElement {
  const { texts, commands, name, isReconnecting, draft, onDraft, openLink, onClose } = props
  const lines = useStore(texts, (state) => state.lines)
  const flooded = useStore(texts, (state) => state.flooded)
  const [asked, setAsked] = useState<TextLink | null>(null)
  const [failed, setFailed] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useSeen(texts, commands)
  useNewestInSight(list, lines.at(-1)?.key)
  const pressed = useRef<Element | null>(null)
  const ask = useCallback((link: TextLink) => {
    pressed.current = document.activeElement
    setFailed(false)
    setAsked(link)
  }, [])
  const closeQuestion = () => {
    setAsked(null)
    if (pressed.current instanceof HTMLElement) pressed.current.focus({ preventScroll: true })
  }
  const retry = useCallback((key: string) => commands.retry(key), [commands])
  const open = () => {
    if (asked) void openLink(asked.href).then((opened) => setFailed(!opened))
    closeQuestion()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <aside className="panel texts-panel" aria-label={text.texts.title} onKeyDown={onKeyDown}>
      <header className="panel-head">
        <div className="grow">
          <h2>{text.texts.title}</h2>
          <p className="small muted">{text.texts.gone}</p>
        </div>
        <IconButton kind="ghost" size="s" label={text.app.close} onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div ref={list} className="texts-list" role="log" aria-label={text.texts.title} tabIndex={0}>
        {lines.length === 0 && <p className="texts-empty muted">{text.texts.empty(name)}</p>}
        <ul>
          {lines.map((line) => (
            <TextLineView
              key={line.key}
              line={line}
              author={line.mine ? text.texts.you : name}
              isWaiting={isReconnecting}
              onLink={ask}
              onRetry={retry}
            />
          ))}
        </ul>
      </div>
      {flooded && (
        <p className="texts-notice small" role="status">
          {text.texts.flooded(name)}
        </p>
      )}
      {failed && (
        <p className="texts-notice small" role="alert">
          {text.texts.notOpened}
        </p>
      )}
      {asked && <LinkQuestion link={asked} onOpen={open} onClose={closeQuestion} />}
      <TextField name={name} draft={draft} onDraft={onDraft} onSend={(words) => commands.send(words)} />
    </aside>
  )
}

/** Only while the page itself is in sight. */
function useSeen(texts: TextsStore, commands: TextsCommands): void {
  const unseen = useStore(texts, (state) => state.unseen)
  useEffect(() => {
    const see = () => {
      if (document.visibilityState === 'visible' && texts.getState().unseen > 0) commands.seen()
    }
    see()
    document.addEventListener('visibilitychange', see)
    return () => document.removeEventListener('visibilitychange', see)
  }, [texts, commands, unseen])
}

/** Unless somebody reads further up. */
const NEAR_END_PX = 80

function useNewestInSight(list: RefObject<HTMLElement | null>, newest: string | undefined): void {
  const height = useRef(0)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const wasNear = height.current - element.scrollTop - element.clientHeight < NEAR_END_PX
    if (wasNear) element.scrollTop = element.scrollHeight
    height.current = element.scrollHeight
  }, [list, newest])
}
