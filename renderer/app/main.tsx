// Owns the start: finds the host, builds, wires, draws.
import './jitless'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { fail, ok, type Result } from '../../shared/result'
import { electronDesktop, type Desktop } from '../platform/desktop'
import { guestLack, type GuestLack } from '../platform/guest-support'
import { openedLink } from '../platform/guest/guest-home'
import { consoleLog } from '../platform/log'
import { loadGuestScreens } from '../screens/later-screens'
import { UnsupportedScreen } from '../screens/unsupported-screen'
import { App } from './app'
import { composeParts } from './compose'
import { runClient } from './wiring'

async function findDesktop(): Promise<Result<Desktop, GuestLack>> {
  const desktop = electronDesktop()
  if (desktop) return ok(desktop)
  const lack = guestLack(globalThis)
  if (lack) return fail(lack)
  const [{ composeGuest }] = await Promise.all([import('./compose-guest'), loadGuestScreens()])
  return ok(composeGuest())
}

async function start(root: HTMLElement): Promise<void> {
  const desktop = await findDesktop()
  if (!desktop.ok) {
    consoleLog('app').error('this browser lacks what calls need', { code: desktop.code })
    createRoot(root).render(
      <UnsupportedScreen
        lack={desktop.code}
        openedWith={openedLink({ baseUri: document.baseURI, location })}
      />,
    )
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
