// Owns the places where a ring is answered, and pressing there as nearly as a program can.
import { trayWords } from '../../shared/text/desktop-tray-en'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { startedWith } from '../../e2e/fixtures/plain-start'
import { ringNotice } from '../../e2e/ring/ring-moments'
import { pressCode, type Callee } from './stage'

/** Returns when it was pressed, wall-clock milliseconds. */
export type Answer = (callee: Callee) => Promise<number>

type Place = readonly [name: string, answer: Answer]

const FIRST: Place = ['window', byWindow]
const PLACES: readonly Place[] = [
  FIRST,
  ['notification', byNotification],
  ['tray', byTray],
  ['command line', byCommandLine],
]

/** In turn. */
export const placeOf = (call: number): Place => PLACES[call % PLACES.length] ?? FIRST

/** Once, before the first call. */
export async function beAnswerable({ client }: Callee): Promise<void> {
  await client.run(STAMP_ASKED)
}

/** In the page itself, so that no program stands between. Its answer isn't waited for: the window goes before it comes. */
async function byWindow({ client }: Callee): Promise<number> {
  const press = JSON.stringify(pressCode(ringWindowWords.acceptSound))
  const window = `electron.BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('ringwindow'))`
  return Number(
    await client.run(`(void ${window}.webContents.executeJavaScript(${press}, true), Date.now())`),
  )
}

async function byNotification({ bus }: Callee): Promise<number> {
  const notice = ringNotice(bus)
  if (notice) bus.press(notice, 'accept')
  return Promise.resolve(Date.now())
}

async function byTray({ bus }: Callee): Promise<number> {
  const entry = await bus.tray()[0]?.entry(trayWords.acceptSound)
  const pressedAtMs = Date.now()
  await entry?.press()
  return pressedAtMs
}

/** Its own start takes far longer than the answer, so the clock runs from where the running Parley hears of it. */
async function byCommandLine({ client }: Callee): Promise<number> {
  await startedWith(client.profile, ['--accept-sound'])
  return Number(await client.run('globalThis.benchAskedAtMs'))
}

const STAMP_ASKED = `electron.app.prependListener('second-instance', () => { globalThis.benchAskedAtMs = Date.now() })`
