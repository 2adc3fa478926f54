// Owns joining texts to the call: one panel at a time, the draft that outlives it, the note of a new one, and opening addresses.
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react'
import { text } from '../../shared/text/en'
import type { CallView } from '../features/calls/calls-store'
import { firstWords } from '../features/texts/clean-text'
import { NewTextNote } from '../features/texts/new-text-note'
import { useAnnounce } from '../ui/live-region'
import { spokenName } from '../ui/names'
import { useStore } from 'zustand'
import { TextsPanel } from './call-parts'
import { useClient } from './client-context'

interface TextsPartProps {
  readonly call: CallView
  readonly open: boolean
  readonly onClose: () => void
}

/** Its draft is kept as long as the call is on the screen. */
export function TextsPart({ call, open, onClose }: TextsPartProps): ReactElement | null {
  const { texts, commands } = useClient()
  const [draft, setDraft] = useState('')
  const openLink = useOpenLink()
  useTextNews(spokenName(call.person.name), open)
  if (!open) return null
  return (
    <TextsPanel
      texts={texts}
      commands={commands.texts}
      name={spokenName(call.person.name)}
      isReconnecting={call.phase.name !== 'connected'}
      draft={draft}
      onDraft={setDraft}
      openLink={openLink}
      onClose={onClose}
    />
  )
}

interface TextsNoteProps {
  readonly call: CallView
  readonly onRead: () => void
}

export function TextsNote({ call, onRead }: TextsNoteProps): ReactElement {
  const { texts, clock, share } = useClient()
  const isSharing = useStore(share, ({ own }) => own.is === 'live')
  const name = spokenName(call.person.name)
  return <NewTextNote {...{ texts, clock, name, isSharing, onRead }} />
}

/** In the open panel the list itself reads out what comes. */
function useTextNews(name: string, open: boolean): void {
  const { texts } = useClient()
  const announce = useAnnounce()
  const isOpen = useRef(open)
  useEffect(() => {
    isOpen.current = open
  })
  useEffect(
    () =>
      texts.subscribe((state, before) => {
        const newest = state.lines.at(-1)
        const isNew = newest !== undefined && !newest.mine && newest.key !== before.lines.at(-1)?.key
        if (isNew && !isOpen.current) announce('polite', text.texts.arrived(name, firstWords(newest.text)))
      }),
    [texts, announce, name],
  )
}

/** Main opens it in the person's browser; a guest's page is in one, and opens another tab that knows nothing of this one. */
function useOpenLink(): (href: string) => Promise<boolean> {
  const { desktop, info } = useClient()
  return useCallback(
    async (href) => {
      if (info.host !== 'guest') return (await desktop.call('link.openOutside', { url: href })).ok
      window.open(href, '_blank', 'noopener,noreferrer')
      return true // with noopener the browser never tells
    },
    [desktop, info],
  )
}
