// Owns calls to a hidden client that are answered from each place in turn: how many come to a call, how long the other places still
// show or play it, and what is left of all of them in the end.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { trayWords } from '../../shared/text/desktop-tray-en'
import { within } from '../../e2e/fixtures/until'
import { timeRing, wallOf } from '../../e2e/ring/ring-moments'
import { countRow, plainRow, type Row } from '../rows'
import { beAnswerable, placeOf, type Answer } from './answer-places'
import { cancelCall, leaveEnd, onStage, type Callee, type Stage } from './stage'
import { watchTrayMenu, type TrayChanges } from './tray-changes'

/** Which part of a ring's tone is a pause differs: so it is answered while it sounds for certain, and after the window's guard. */
const LOOKED_AT_MS = 1_000
const CALL_MS = 10_000
/** What a call leaves to be done later. */
const QUIET_MS = 5_000

/** Milliseconds since the press. A tone that just made a pause was gone before it. */
interface Gone {
  readonly window: number
  readonly notice: number
  readonly tray: number
  readonly sound: number
}

const GONE: readonly (readonly [keyof Gone, string])[] = [
  ['window', 'ring window gone'],
  ['notice', 'notification gone'],
  ['tray', 'tray quiet'],
  ['sound', 'ringer silent'],
]

const lastOf = (after: Gone): number => Math.max(0, ...GONE.map(([place]) => after[place]))

export function answerRows(calls: number): Promise<readonly Row[]> {
  return onStage((stage) => measure(stage, calls))
}

async function measure(stage: Stage, calls: number): Promise<readonly Row[]> {
  const callee = await stage.openCallee('hidden')
  await beAnswerable(callee)
  const tray = await watchTrayMenu(callee.bus)
  const gone: Gone[] = []
  for (let call = 0; call < calls; call += 1) {
    const [name, answer] = placeOf(call)
    const after = await callOnce({ ...stage, callee, tray }, answer)
    if (after === null) say(`Call ${String(call + 1)}, answered by ${name}, came to nothing.`)
    else gone.push(after)
  }
  tray.stop()
  await wait(QUIET_MS)
  const left = await readLeft(stage, callee)
  const row = (name: string, goal: string, of: (after: Gone) => number): Row =>
    plainRow({ name, unit: 'ms', goal }, gone.map(of))
  return [
    countRow(
      { name: 'hidden: answered from each place in turn', unit: 'calls', goal: 'all' },
      gone.length,
      calls,
    ),
    row('answered in one place → gone in all', 'p95 ≤ 150', lastOf),
    ...GONE.map(([place, name]) => row(`answered → ${name}`, 'none', (after) => after[place])),
    ...LEFT.map(([what, name]) =>
      countRow({ name: `left over: ${name}`, unit: 'of them', goal: '0' }, left[what], calls),
    ),
  ]
}

interface Ringing extends Stage {
  readonly callee: Callee
  readonly tray: TrayChanges
}

/** Null: they never talked. */
async function callOnce({ caller, ringer, callee, tray }: Ringing, answer: Answer): Promise<Gone | null> {
  const { bus, screen, client } = callee
  const { notice } = await timeRing(callee, caller.page, () => caller.ui.callBySound(callee.link))
  if (notice === null) {
    await cancelCall(caller, callee)
    return null
  }
  await wait(LOOKED_AT_MS)
  const gone = screen.until(false)
  const pressedAtMs = await answer(callee)
  const isQuiet = await within(CALL_MS, async () => ((await ringsInTray(callee)) ? null : true))
  const trayAtMs = isQuiet && tray.since(pressedAtMs)
  const windowAtMs = await gone
  await bus.until(() => notice.closed !== null)
  const noticeAtMs = wallOf(notice.closed?.atMs ?? Number.NaN)
  const talked = await within(CALL_MS, async () => ((await caller.ui.duration.isVisible()) ? true : null))
  const soundAtMs = ringer.lastHeard() ?? 0
  await endCall(caller, client, talked !== null)
  await callee.hide()
  if (talked === null || trayAtMs === null || windowAtMs === null) return null
  return {
    window: windowAtMs - pressedAtMs,
    notice: noticeAtMs - pressedAtMs,
    tray: trayAtMs - pressedAtMs,
    sound: soundAtMs - pressedAtMs,
  }
}

async function endCall(caller: Stage['caller'], client: Callee['client'], talked: boolean): Promise<void> {
  await caller.ui.wake()
  await (talked ? caller.ui.hangUp : caller.ui.cancel).click()
  if (talked) await caller.ui.closeEnd.click()
  await caller.ui.linkField.waitFor()
  await leaveEnd(client)
}

async function ringsInTray({ bus }: Callee): Promise<boolean> {
  const menu = (await bus.tray()[0]?.menu()) ?? []
  return menu.some(({ label, visible }) => visible && label === trayWords.decline)
}

interface Left {
  readonly windows: number
  readonly rings: number
  readonly notices: number
  readonly streams: number
  readonly awake: number
}

const LEFT: readonly (readonly [keyof Left, string])[] = [
  ['rings', 'rings in the tray'],
  ['windows', 'windows'],
  ['notices', 'notifications'],
  ['streams', 'sounds at the sound server'],
  ['awake', 'keep-awake'],
]

async function readLeft({ sounds }: Stage, callee: Callee): Promise<Left> {
  const { client, bus } = callee
  return {
    // Its own stays.
    windows: Number(await client.run('electron.BrowserWindow.getAllWindows().length - 1')),
    rings: (await ringsInTray(callee)) ? 1 : 0,
    notices: bus.notifications().filter(({ closed }) => closed === null).length,
    streams: await sounds.streams(),
    awake: Number(await client.run(COUNT_AWAKE)),
  }
}

/** Electron numbers them from 0, and far fewer than that were ever made. */
const COUNT_AWAKE = `Array.from({ length: 2000 }, (_, id) => id).filter((id) => electron.powerSaveBlocker.isStarted(id)).length`
