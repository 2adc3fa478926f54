// Owns the frame around all screens: providers, theme, what is said aloud, dialogs; choosing the screen is choose-screen.ts.
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { ClientProvider, FrameProvider, useClient } from '../screens/client-context'
import { chooseScreen, type Screen } from '../screens/choose-screen'
import { createFrameStore } from '../screens/frame-store'
import { HomeScreen } from '../screens/home-screen'
import { IncomingScreen } from '../screens/incoming-screen'
import {
  CallScreen,
  EndedScreen,
  FirstStartScreen,
  GuestHomeScreen,
  GuestStartScreen,
  IdentityScreen,
  OutgoingScreen,
} from '../screens/later-screens'
import { Overlays } from '../screens/overlays'
import { StartingScreen } from '../screens/starting-screen'
import { AvatarPicturesProvider } from '../ui/avatar-pictures'
import { LiveRegion } from '../ui/live-region'
import { lazyPart } from '../ui/lazy-part'
import { HostProvider, LetterKeysProvider, hostNames } from '../ui/platform-context'
import { avatarPicturesOf } from './avatar-pictures-of'
import { ErrorBoundary } from './error-boundary'
import type { Client } from './client'
import { useFrameEffects } from './use-frame-effects'
import { useLaterScreens } from './use-later-screens'
import '../ui/base.css'

const TipLayer = lazyPart(async () => (await import('../ui/tip-layer')).TipLayer)

export function App({ client }: { readonly client: Client }): ReactElement {
  const [frame] = useState(() => createFrameStore(client.info))
  const [pictures] = useState(() => avatarPicturesOf(client))
  return (
    <ErrorBoundary>
      <CSPProvider disableStyleElements>
        <HostProvider value={hostNames(client.info.platform, navigator.userAgent)}>
          <ClientProvider client={client}>
            <FrameProvider value={frame}>
              <AvatarPicturesProvider value={pictures}>
                <LetterKeys>
                  <LiveRegion>
                    <Frame />
                  </LiveRegion>
                </LetterKeys>
              </AvatarPicturesProvider>
            </FrameProvider>
          </ClientProvider>
        </HostProvider>
      </CSPProvider>
    </ErrorBoundary>
  )
}

function LetterKeys({ children }: { readonly children: ReactNode }): ReactElement {
  const isOn = useStore(useClient().settings, ({ settings }) => settings.letterKeys)
  return <LetterKeysProvider value={isOn}>{children}</LetterKeysProvider>
}

function Frame(): ReactElement {
  const client = useClient()
  const identity = useStore(client.identity, ({ status }) => status)
  const settings = useStore(client.settings)
  const calls = useStore(client.calls, (state) => state.calls)
  const screen = chooseScreen({ host: client.info.host, identity, settings, calls })
  useFrameEffects(screen)
  useLaterScreens(screen)
  return (
    <>
      <ScreenView screen={screen} isGuest={client.info.host === 'guest'} />
      <Overlays />
      <TipLayer />
    </>
  )
}

function ScreenView({
  screen,
  isGuest,
}: {
  readonly screen: Screen
  readonly isGuest: boolean
}): ReactElement {
  switch (screen.name) {
    case 'starting':
      return <StartingScreen />
    case 'identity':
      return <IdentityScreen />
    case 'firstStart':
      return isGuest ? <GuestStartScreen /> : <FirstStartScreen />
    case 'home':
      return isGuest ? <GuestHomeScreen /> : <HomeScreen />
    case 'incoming':
      return <IncomingScreen call={screen.call} />
    case 'outgoing':
      return <OutgoingScreen call={screen.call} />
    case 'call':
      // What was begun with one person, a half written text first of all, isn't the next one's.
      return <CallScreen key={screen.call.person.id} call={screen.call} />
    case 'ended':
      return <EndedScreen call={screen.call} phase={screen.phase} />
  }
}
