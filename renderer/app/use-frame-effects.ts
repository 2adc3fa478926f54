// Owns what the frame does beside drawing: theme, window title, keys that work everywhere, and what is said aloud.
import { useEffect, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { missedCount } from '../../shared/model/missed-calls'
import { historyWords } from '../../shared/text/en-history'
import { announcements } from '../features/calls/call-announcements'
import { endsQuietly, type Screen } from '../screens/choose-screen'
import { useClient, useFrame } from '../screens/client-context'
import type { Client } from './client'
import {
  linkOpened,
  serverSilent,
  showSelfTest,
  type FrameState,
  type FrameStore,
} from '../screens/frame-store'
import type { CallView } from '../features/calls/calls-store'
import { useAnnounce } from '../ui/live-region'
import { shownName } from '../ui/names'
import { useShortcut } from '../ui/use-shortcut'
import { useSeenPictures } from './use-seen-pictures'

export function useFrameEffects(screen: Screen): void {
  useTheme()
  useTitle(screen)
  useFrameKeys(screen)
  useClearForRinging(screen)
  useNewsFromHost()
  useCallNews()
  useSelfTestNews()
  useSeenPictures()
}

function useTheme(): void {
  const client = useClient()
  const theme = useStore(client.settings, ({ settings }) => settings.theme)
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [theme])
}

function titleOf(screen: Screen, missed: number): string {
  switch (screen.name) {
    case 'incoming':
      return text.app.isCalling(shownName(screen.call.person.name))
    case 'outgoing':
    case 'call':
      return text.app.callWith(shownName(screen.call.person.name))
    default:
      return missed > 0 ? historyWords.title(missed, text.app.name) : text.app.name
  }
}

/** A guest's page has its title for blinking in the tab bar, and puts back what it found. */
function useTitle(screen: Screen): void {
  const { info, people } = useClient()
  const missed = useStore(people, missedCount)
  const title = info.host === 'guest' ? text.app.name : titleOf(screen, missed)
  useEffect(() => {
    document.title = title
  }, [title])
}

function useFrameKeys(screen: Screen): void {
  const frame = useFrame()
  const ready = screen.name !== 'starting' && screen.name !== 'identity' && screen.name !== 'firstStart'
  useShortcut('settings', ready ? () => frame.setState({ overlay: 'settings' }) : null)
  useShortcut('allKeys', () => frame.setState({ overlay: 'keys' }))
  useShortcut('allKeysSign', () => frame.setState({ overlay: 'keys' }))
}

/** Nothing may lie over somebody who rings, whatever opened it. */
function useClearForRinging(screen: Screen): void {
  const frame = useFrame()
  const rings = screen.name === 'incoming'
  // Before the ringing screen takes the focus, so that a closing dialog doesn't take it back.
  useLayoutEffect(() => {
    if (!rings) return
    const clear = ({ overlay, contact }: FrameState): void => {
      if (overlay !== null || contact !== null) frame.setState({ overlay: null, contact: null })
    }
    clear(frame.getState())
    return frame.subscribe(clear)
  }, [rings, frame])
}

function useNewsFromHost(): void {
  const client = useClient()
  const { desktop } = client
  const frame = useFrame()
  useEffect(() => {
    const undo = [
      desktop.on('link.opened', ({ link }) => linkOpened(frame, link)),
      desktop.on('verb.asked', ({ verb }) => {
        if (verb === 'open-settings') frame.setState({ overlay: 'settings' })
        if (verb === 'open-history') showHistory(frame, client)
      }),
      desktop.on('document.trouble', (trouble) =>
        frame.setState(({ troubles }) => ({ troubles: [...troubles, trouble] })),
      ),
    ]
    return () => undo.forEach((end) => end())
  }, [client, desktop, frame])
}

/** Whatever lies over it goes, but no call that is on. */
function showHistory(frame: FrameStore, { calls, commands }: Client): void {
  frame.setState({ overlay: null, contact: null, peopleTab: 'recent' })
  for (const { callId, phase } of calls.getState().calls) {
    if (phase.name === 'ended') commands.calls.dismiss(callId)
  }
}

/** A link whose server doesn't answer is explained where it was pasted. */
function saidBesideField(frame: FrameStore, { callId, phase }: CallView): boolean {
  const silent = phase.name === 'ended' && phase.reason === 'server-unreachable'
  return silent && serverSilent(frame, callId)
}

/** Said wherever one is; what it found is shown. */
function useSelfTestNews(): void {
  const { selfTest } = useClient()
  const frame = useFrame()
  const announce = useAnnounce()
  useEffect(
    () =>
      selfTest.subscribe(({ test }, { test: before }) => {
        // What a page reads as it is loaded is no news.
        if (test.is === before.is || (test.is === 'over' && before.is !== 'running')) return
        if (test.is === 'over') showSelfTest(frame)
        // Its words are loaded with the settings'.
        void import('../features/selftest/self-test-shown').then(({ selfTestNews }) => {
          const said = selfTestNews(test)
          if (said !== null) announce('polite', said)
        })
      }),
    [selfTest, announce, frame],
  )
}

function useCallNews(): void {
  const { calls, commands } = useClient()
  const frame = useFrame()
  const announce = useAnnounce()
  useEffect(
    () =>
      calls.subscribe((state, previous) => {
        for (const call of state.calls) {
          const before = previous.calls.find(({ callId }) => callId === call.callId) ?? null
          if (before === call) continue
          for (const { urgency, sentence } of announcements(before, call)) announce(urgency, sentence)
          if (endsQuietly(call) || saidBesideField(frame, call)) commands.calls.dismiss(call.callId)
        }
      }),
    [calls, commands, announce, frame],
  )
}
