// Owns the screens that the app's first one doesn't carry. They come as soon as that one is up, and at the latest while it rings: a
// guest's server may be away later.
import type { ReactElement } from 'react'
import { lazyPart, type LazyPart } from '../ui/lazy-part'
import { loadCallParts } from './call-parts'
import type * as Call from './call-screen'
import type * as Ended from './ended-screen'
import type * as Outgoing from './outgoing-screen'
import { ScreenNotLoaded } from './screen-not-loaded'
import { StartingScreen } from './starting-screen'

type Lazy<C extends (props: never) => ReactElement> = LazyPart<Parameters<C>[0]>

const PLACE = { fallback: <StartingScreen />, failed: ScreenNotLoaded } as const

export const FirstStartScreen: LazyPart<object> = lazyPart(
  async () => (await import('./first-start-screen')).FirstStartScreen,
  PLACE,
)
export const IdentityScreen: LazyPart<object> = lazyPart(
  async () => (await import('./identity-screen')).IdentityScreen,
  PLACE,
)
export const GuestStartScreen: LazyPart<object> = lazyPart(
  async () => (await import('./guest-start-screen')).GuestStartScreen,
  PLACE,
)
export const GuestHomeScreen: LazyPart<object> = lazyPart(
  async () => (await import('./guest-home-screen')).GuestHomeScreen,
  PLACE,
)
export const OutgoingScreen: Lazy<typeof Outgoing.OutgoingScreen> = lazyPart(
  async () => (await import('./outgoing-screen')).OutgoingScreen,
  PLACE,
)
export const CallScreen: Lazy<typeof Call.CallScreen> = lazyPart(
  async () => (await import('./call-screen')).CallScreen,
  PLACE,
)
export const EndedScreen: Lazy<typeof Ended.EndedScreen> = lazyPart(
  async () => (await import('./ended-screen')).EndedScreen,
  PLACE,
)

const OF_GUESTS = [GuestStartScreen, GuestHomeScreen]
const OF_CALLS = [OutgoingScreen, CallScreen, EndedScreen]
const OF_APPS = [FirstStartScreen, IdentityScreen]

async function loadAll(parts: readonly Pick<LazyPart<object>, 'load'>[]): Promise<void> {
  await Promise.all(parts.map((part) => part.load()))
}

/** A guest's first screen is one of these. */
export const loadGuestScreens = (): Promise<void> => loadAll(OF_GUESTS)

export const loadCallScreens = (): Promise<void> => loadAll(OF_CALLS)

/** All that a call is drawn with. */
export function loadCall(): void {
  void loadCallScreens()
  loadCallParts()
}

/** For who draws any screen at once. */
export const loadScreens = (): Promise<void> => loadAll([...OF_CALLS, ...OF_GUESTS, ...OF_APPS])
