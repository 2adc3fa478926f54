// Owns one call and when it came where somebody notices it: on the screen, on the bus, on the ringer. Each is seen from outside
// the app, and told in milliseconds since the caller's press.
import type { Page } from '@playwright/test'
import type { DesktopBus } from '../desktop/desktop-bus'
import { monotonicMs, type Recorded } from '../desktop/notification-daemon'
import type { SoundWatch } from '../devices/sound-watch'
import { within } from '../fixtures/until'
import type { RingOnScreen } from './ring-on-screen'

export interface RingPlaces {
  readonly bus: DesktopBus
  readonly screen: RingOnScreen
  readonly sound: SoundWatch
}

/** Null: it never came. */
export interface RingMoments {
  readonly pressedAtMs: number
  readonly windowMs: number | null
  readonly noticeMs: number | null
  readonly soundMs: number | null
  readonly notice: Recorded | null
}

const PATIENCE_MS = 20_000

/** `press`: the caller's, in `page`; nothing may ring before. */
export async function timeRing(
  { bus, screen, sound }: RingPlaces,
  page: Page,
  press: () => Promise<void>,
): Promise<RingMoments> {
  const pressed = await watchPress(page)
  const seen = screen.until(true)
  await press()
  const pressedAtMs = await pressed()
  const notice = await within(PATIENCE_MS, () => ringNotice(bus))
  const soundAtMs = await within(PATIENCE_MS, () => sound.heardSince(pressedAtMs))
  const windowAtMs = await seen
  const since = (atMs: number | null): number | null => (atMs === null ? null : atMs - pressedAtMs)
  return {
    pressedAtMs,
    windowMs: since(windowAtMs),
    noticeMs: since(notice && wallOf(notice.atMs)),
    soundMs: since(soundAtMs),
    notice,
  }
}

/** Of a call, and still open. */
export const ringNotice = (bus: DesktopBus): Recorded | null =>
  bus.notifications().find(({ closed, actions }) => closed === null && actions.includes('decline')) ?? null

/** The daemon stamps by the monotonic clock. */
export const wallOf = (atMs: number): number => Date.now() - (monotonicMs() - atMs)

/** Of the next press there. By the wall clock of now: since a page was loaded, its own may have drifted from that. */
async function watchPress(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const stamp = ({ timeStamp }: Event): void =>
      void Reflect.set(window, 'testPressedAtMs', Date.now() - (performance.now() - timeStamp))
    window.addEventListener('click', stamp, { capture: true, once: true })
  })
  return async () => Number(await page.evaluate('window.testPressedAtMs'))
}
