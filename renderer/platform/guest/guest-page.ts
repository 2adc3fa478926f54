// Owns what a guest's page can do in place of a window: ask before it closes, stay awake, and blink in the tab bar.
import { text } from '../../../shared/text/en'
import type { Clock } from '../clock'
import type { Log } from '../log'

const BLINK_MS = 1_000

export interface GuestPage {
  setAttention(on: boolean): void
  setInCall(active: boolean, video: boolean): void
}

/** The parts of a page that are used, so that a test can be one. */
export interface PageParts {
  readonly document: Pick<Document, 'title' | 'visibilityState' | 'addEventListener' | 'removeEventListener'>
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** Absent in some browsers, refused with a low battery. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined
}

export function createGuestPage(parts: PageParts, clock: Clock, log: Log): GuestPage {
  let stopBlinking: (() => void) | null = null
  let asking = false
  let awake: Promise<WakeLockSentinel | null> | null = null
  const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault()

  function setAsking(on: boolean): void {
    if (on === asking) return
    asking = on
    if (on) parts.window.addEventListener('beforeunload', askFirst)
    else parts.window.removeEventListener('beforeunload', askFirst)
  }

  function setAwake(on: boolean): void {
    if (on === (awake !== null)) return
    if (on) parts.document.addEventListener('visibilitychange', retake)
    else parts.document.removeEventListener('visibilitychange', retake)
    void awake?.then((lock) => lock?.release())
    awake = on ? stayAwake(parts.wakeLock, log) : null
  }

  /** The browser takes the lock back when the tab is hidden. */
  function retake(): void {
    if (parts.document.visibilityState !== 'visible') return
    const before = awake
    awake = stayAwake(parts.wakeLock, log)
    void before?.then((lock) => lock?.release())
  }

  return {
    setAttention(on) {
      if (on === (stopBlinking !== null)) return
      stopBlinking?.()
      stopBlinking = on ? blink(parts.document, clock) : null
    },
    setInCall(active, video) {
      setAsking(active)
      setAwake(active && video)
    },
  }
}

/** Returns its undo. Whoever has many tabs open sees the title change, not a colour. */
function blink(document: { title: string }, clock: Clock): () => void {
  const title = document.title
  document.title = text.app.ringsInTab
  const stop = clock.every(BLINK_MS, () => {
    document.title = document.title === title ? text.app.ringsInTab : title
  })
  return () => {
    stop()
    document.title = title
  }
}

async function stayAwake(wakeLock: PageParts['wakeLock'], log: Log): Promise<WakeLockSentinel | null> {
  try {
    return (await wakeLock?.request('screen')) ?? null
  } catch (error) {
    log.info('screen may sleep', { why: error instanceof Error ? error.name : typeof error })
    return null
  }
}
