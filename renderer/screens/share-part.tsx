// Owns what a call shows of sharing this side's screen: the picker over it, the card in it, and what is said aloud.
import { ScreenShareOff } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import type { CallView } from '../features/calls/calls-store'
import { endedWords, shareNews } from '../features/share/presenting-words'
import { ShareFailureNote } from '../features/share/share-failure-note'
import { useAnnounce } from '../ui/live-region'
import { spokenName } from '../ui/names'
import { PassingNote } from '../ui/passing-note'
import { PresentingCard, SharePicker } from './call-parts'
import { useClient } from './client-context'

export function SharePart({ call }: { readonly call: CallView }): ReactElement {
  const { share, commands, clock } = useClient()
  const isPicking = useStore(share, ({ picker }) => picker !== null)
  const isSharing = useStore(share, ({ own }) => own.is !== 'none')
  const name = spokenName(call.person.name)
  useShareNews(name)
  return (
    <>
      {isSharing && <PresentingCard {...{ share, clock, name }} commands={commands.share} />}
      {isPicking && <SharePicker {...{ share, clock, name }} commands={commands.share} />}
    </>
  )
}

export function ShareNote(): ReactElement {
  const { share, commands } = useClient()
  return (
    <>
      <ShareFailureNote share={share} commands={commands.share} />
      <ShareEndedNote />
    </>
  )
}

/** While something is shared its card says so; this says that nothing is any more. */
function ShareEndedNote(): ReactElement | null {
  const { share, clock } = useClient()
  const [sentence, setSentence] = useState<string | null>(null)
  const forget = useCallback(() => setSentence(null), [])
  useEffect(
    () =>
      share.subscribe(({ own }, before) => {
        if (own.is === before.own.is) return
        setSentence(own.is === 'none' ? endedWords(before.own) : null)
      }),
    [share],
  )
  if (sentence === null) return null
  return <PassingNote {...{ sentence, clock }} icon={<ScreenShareOff className="s" />} onOver={forget} />
}

function useShareNews(name: string): void {
  const { share } = useClient()
  const announce = useAnnounce()
  useEffect(
    () =>
      share.subscribe((state, before) => {
        if (state.own === before.own) return
        const news = shareNews(before.own, state.own, name)
        for (const { urgency, sentence } of news) announce(urgency, sentence)
      }),
    [share, announce, name],
  )
}
