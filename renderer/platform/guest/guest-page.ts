// Owns what a guest's page can do in place of a window: ask before it closes, stay awake, and blink in the tab bar.
import type { Clock } from '../clock'
import type { Log } from '../log'

const BLINK_MS = 1_000

export interface GuestPage {
  setAttention(on: boolean): void
  setInCall(active: boolean, video: boolean): void
}

/** The parts of a page that are used, so that a test can be one. */
export interface PageParts {
  readonly document: { title: string }
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** Absent in some browsers, refused with a low battery. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined
}

export function createGuestPage(
  { document, window, wakeLock }: PageParts,
  clock: Clock,
  log: Log,
): GuestPage {
  let stopBlinking: (() => void) | null = null
  let asking = false
  let awake: Promise<WakeLockSentinel | null> | null = null

  function blink(): () => void {
    const title = document.title
    const stop = clock.every(BLINK_MS, () => {
      document.title = document.title === title ? '● Call' : title
    })
    document.title = '● Call'
    return () => {
      stop()
      document.title = title
    }
  }

  const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault()

  async function stayAwake(): Promise<WakeLockSentinel | null> {
    try {
      return (await wakeLock?.request('screen')) ?? null
    } catch (error) {
      log.info('screen may sleep', { why: error instanceof Error ? error.name : typeof error })
      return null
    }
  }

  return {
    setAttention(on) {
      if (on === (stopBlinking !== null)) return
      stopBlinking?.()
      stopBlinking = on ? blink() : null
    },
    setInCall(active, video) {
      if (active !== asking) {
        asking = active
        if (active) window.addEventListener('beforeunload', askFirst)
        else window.removeEventListener('beforeunload', askFirst)
      }
      const wanted = active && video
      if (wanted) awake ??= stayAwake()
      else {
        void awake?.then((lock) => lock?.release())
        awake = null
      }
    },
  }
}
