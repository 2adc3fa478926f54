// Owns what the frame does beside drawing: theme, window title, keys that work everywhere, and what is said aloud.
import { useEffect, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { announcements } from '../features/calls/call-announcements'
import { endsQuietly, type Screen } from '../screens/choose-screen'
import { useClient, useFrame } from '../screens/client-context'
import { linkOpened, serverSilent, type FrameStore } from '../screens/frame-store'
import type { CallView } from '../features/calls/calls-store'
import { useAnnounce } from '../ui/live-region'
import { shownName } from '../ui/names'
import { useShortcut } from '../ui/use-shortcut'

export function useFrameEffects(screen: Screen): void {
  useTheme()
  useTitle(screen)
  useFrameKeys(screen)
  useClearForRinging(screen)
  useNewsFromHost()
  useCallNews()
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

function titleOf(screen: Screen): string {
  switch (screen.name) {
    case 'incoming':
      return text.app.isCalling(shownName(screen.call.person.name))
    case 'outgoing':
    case 'call':
      return text.app.callWith(shownName(screen.call.person.name))
    default:
      return text.app.name
  }
}

/** A guest's page has its title for blinking in the tab bar, and puts back what it found. */
function useTitle(screen: Screen): void {
  const isGuest = useClient().info.host === 'guest'
  const title = isGuest ? text.app.name : titleOf(screen)
  useEffect(() => {
    document.title = title
  }, [title])
}

function useFrameKeys(screen: Screen): void {
  const frame = useFrame()
  const ready = screen.name !== 'starting' && screen.name !== 'identity' && screen.name !== 'firstStart'
  useShortcut('settings', ready ? () => frame.setState({ overlay: 'settings' }) : null)
  useShortcut('allKeys', () => frame.setState({ overlay: 'keys' }))
}

/** Nothing may lie over somebody who rings. */
function useClearForRinging(screen: Screen): void {
  const frame = useFrame()
  const rings = screen.name === 'incoming'
  // Before the ringing screen takes the focus, so that a closing dialog doesn't take it back.
  useLayoutEffect(() => {
    if (rings) frame.setState({ overlay: null, removing: null })
  }, [rings, frame])
}

function useNewsFromHost(): void {
  const { desktop } = useClient()
  const frame = useFrame()
  useEffect(() => {
    const undo = [
      desktop.on('link.opened', ({ link }) => linkOpened(frame, link)),
      desktop.on('document.trouble', (trouble) =>
        frame.setState(({ troubles }) => ({ troubles: [...troubles, trouble] })),
      ),
    ]
    return () => undo.forEach((end) => end())
  }, [desktop, frame])
}

/** A link whose server doesn't answer is explained where it was pasted. */
function saidBesideField(frame: FrameStore, { callId, phase }: CallView): boolean {
  const silent = phase.name === 'ended' && phase.reason === 'server-unreachable'
  return silent && serverSilent(frame, callId)
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
