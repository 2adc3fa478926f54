// Owns the start: finds the host, builds, wires, draws.
import './jitless'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { fail, type Result } from '../../shared/result'
import { systemClock } from '../platform/clock'
import { electronDesktop, type Desktop } from '../platform/desktop'
import { createGuestDesktop } from '../platform/guest-desktop'
import { guestLack, type GuestLack } from '../platform/guest-support'
import { openGuestStore } from '../platform/guest/guest-store'
import { consoleLog } from '../platform/log'
import { UnsupportedScreen } from '../screens/unsupported-screen'
import { App } from './app'
import { composeParts } from './compose'
import { runClient } from './wiring'

declare const __VERSION__: string

/** Reading it throws where the browser lets this page keep nothing. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined // then a call is not taken up after a reload
  }
}

function guestDesktop(): Desktop {
  return createGuestDesktop({
    ...{ window, document, location, clipboard: navigator.clipboard, wakeLock: navigator.wakeLock },
    ...{ subtle: crypto.subtle, baseUri: document.baseURI, version: __VERSION__ },
    ...{ tabStorage: tabStorage(), openStore: openGuestStore, clock: systemClock, log: consoleLog('guest') },
  })
}

function findDesktop(): Result<Desktop, GuestLack> {
  const desktop = electronDesktop()
  if (desktop) return { ok: true, value: desktop }
  const lack = guestLack(globalThis)
  return lack ? fail(lack) : { ok: true, value: guestDesktop() }
}

async function start(root: HTMLElement): Promise<void> {
  const desktop = findDesktop()
  if (!desktop.ok) {
    consoleLog('app').error('this browser lacks what calls need', { code: desktop.code })
    createRoot(root).render(<UnsupportedScreen lack={desktop.code} />)
    return
  }
  const info = await desktop.value.call('app.info')
  if (!info.ok) throw new Error(info.code) // app.info has no way to fail; then the page stays empty and the log says why
  const running = runClient(composeParts(desktop.value, info.value))
  window.addEventListener('pagehide', () => running.leave())
  createRoot(root).render(
    <StrictMode>
      <App client={running.client} />
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) void start(root)
