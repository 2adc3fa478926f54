// Owns what the parts of the benchmark ring: clients that no test driver started, a caller, and what their sound and their desktop
// say of it. A ring comes in the upper right corner; all windows stand at the left.
import { text } from '../../shared/text/en'
import { startServer } from '../../build/setup/server-process.mjs'
import { startDesktopBus } from '../../e2e/desktop/desktop-bus'
import { SPEAKERS, startSoundMachine, type SoundMachine } from '../../e2e/devices/sound-machine'
import { watchSound, type SoundWatch } from '../../e2e/devices/sound-watch'
import { forgetProfile } from '../../e2e/fixtures/electron-client'
import { arrive, type Person } from '../../e2e/fixtures/person'
import { startRaw, type RawClient } from '../../e2e/fixtures/raw-client'
import { until, within } from '../../e2e/fixtures/until'
import type { Side } from '../../e2e/link/link'
import { ringNotice, type RingPlaces } from '../../e2e/ring/ring-moments'
import { watchRingOnScreen } from '../../e2e/ring/ring-on-screen'
import { firstStart } from '../first-start'

export interface Callee extends RingPlaces {
  readonly client: RawClient
  readonly link: string
  /** As by its own button. */
  readonly hide: () => Promise<void>
}

export interface Stage {
  readonly caller: Person
  readonly sounds: SoundMachine
  readonly ringer: SoundWatch
  /** Hidden, or with its window open while another program has the keyboard. */
  readonly openCallee: (window: 'hidden' | 'open', reached?: Reached) => Promise<Callee>
}

/** Where it is reached; the stage's own server by default. */
export interface Reached {
  readonly server: string
  readonly side: Side
}

const BOUNDS = { x: 0, y: 0, width: 1080, height: 720 }
/** Of the display of our own; it has no panel. */
const AREA = { x: 0, y: 0, width: 1600, height: 900 }

type End = () => Promise<void> | void

/** Ends all that was begun, also where the beginning or `work` fails. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const ends: End[] = []
  const atEnd = (end: End): void => void ends.push(end)
  try {
    const server = await startServer()
    atEnd(server.stop)
    const sounds = await startSoundMachine()
    atEnd(sounds.stop)
    const ringer = await watchSound('ears', sounds.env)
    atEnd(ringer.stop)
    const screen = watchRingOnScreen(AREA)
    atEnd(screen.stop)
    const caller = await arrive({ name: 'Ana', host: 'electron', server: server.baseUrl })
    atEnd(caller.stop)
    await caller.ui.ownLink()
    await caller.electron?.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      BOUNDS,
    )
    const shared = { sounds, ringer, screen, atEnd }
    return await work({
      ...{ caller, sounds, ringer },
      openCallee: async (window, reached) => {
        const callee = await openCallee(shared, reached ?? { server: server.baseUrl, side: null })
        if (window === 'hidden') await callee.hide()
        else await leaveKeyboard(caller, callee.client)
        return callee
      },
    })
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

interface Shared {
  readonly sounds: SoundMachine
  readonly ringer: SoundWatch
  readonly screen: RingPlaces['screen']
  readonly atEnd: (end: End) => void
}

async function openCallee(
  { sounds, ringer, screen, atEnd }: Shared,
  { server, side }: { readonly server: string; readonly side: Side | null },
): Promise<Callee> {
  const bus = await startDesktopBus()
  atEnd(() => bus.stop())
  const env = { ...bus.env, ...sounds.env }
  const { profile, link } = await firstStart({ mode: 'anywhere', server }, env)
  atEnd(() => forgetProfile(profile))
  const client = await startRaw({ profile, env, ...(side && { side }) })
  atEnd(client.stop)
  await beReachable(client)
  await client.run(`firstWindow().setBounds(${JSON.stringify(BOUNDS)})`)
  await client.inPage(RING_ON_EARS)
  await bus.until(() => bus.tray()[0])
  return { client, link, bus, screen, sound: ringer, hide: () => hideWindow(client) }
}

export async function beReachable({ inPage }: Pick<RawClient, 'inPage'>): Promise<void> {
  await until('it can be rung', async () => ((await isReachable(inPage)) ? true : null))
}

/** The server has it, as the page says. */
export async function isReachable(inPage: RawClient['inPage']): Promise<boolean> {
  return (await inPage(`/^Ready/m.test(document.body.innerText)`)) === true
}

async function hideWindow({ run }: RawClient): Promise<void> {
  await run('firstWindow().close()')
  await until('the window is hidden', async () =>
    (await run('firstWindow().isVisible()')) === false ? true : null,
  )
}

/** Its window stays on the screen. */
async function leaveKeyboard(caller: Person, { run }: RawClient): Promise<void> {
  await caller.electron?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
  await until('another has the keyboard', async () =>
    (await run('firstWindow().isVisible() && !firstWindow().isFocused()')) === true ? true : null,
  )
}

/** The call itself sounds on another speaker, so that what the ringer's plays is the ring. What is asked at the first close is known. */
const RING_ON_EARS = `(async () => {
  const { value } = await window.desktop.call('settings.read')
  const list = await navigator.mediaDevices.enumerateDevices()
  const found = list.find(({ kind, label }) => kind === 'audiooutput' && label === '${SPEAKERS.ears}')
  const ringer = { id: found.deviceId, label: found.label }
  await window.desktop.call('settings.change', { trayExplained: true, devices: { ...value.devices, ringer } })
})()`

/** Whatever rang is over on both sides, and each is where it was before. */
export async function cancelCall({ ui }: Person, { bus, screen, client }: Callee): Promise<void> {
  await ui.cancel.click()
  await ui.linkField.waitFor()
  await screen.until(false)
  await bus.until(() => ringNotice(bus) === null)
  await leaveEnd(client)
}

const END_MS = 10_000

/** The page says why a call ended until somebody has read it. */
export async function leaveEnd({ inPage }: RawClient): Promise<void> {
  const close = pressCode(text.ended.close)
  await within(END_MS, async () => ((await inPage(close)) === true ? true : null))
}

/** In a page: whether there was such a button to press. */
export const pressCode = (words: string): string =>
  `[...document.querySelectorAll('button')].filter((one) => one.textContent === ${JSON.stringify(words)})
    .map((one) => one.click()).length > 0`
