// Owns building the host of a guest. Loaded by main.tsx in a browser only: the app has its own host.
import { systemClock } from '../platform/clock'
import type { Desktop } from '../platform/desktop'
import { createGuestDesktop } from '../platform/guest-desktop'
import { openGuestStore } from '../platform/guest/guest-store'
import { consoleLog } from '../platform/log'

declare const __VERSION__: string

/** Reading it throws where the browser lets this page keep nothing. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined // then a call is not taken up after a reload
  }
}

export function composeGuest(): Desktop {
  return createGuestDesktop({
    ...{ window, document, location, clipboard: navigator.clipboard, wakeLock: navigator.wakeLock },
    reload: () => location.reload(),
    ...{ subtle: crypto.subtle, baseUri: document.baseURI, version: __VERSION__ },
    ...{ tabStorage: tabStorage(), openStore: openGuestStore, clock: systemClock, log: consoleLog('guest') },
  })
}
