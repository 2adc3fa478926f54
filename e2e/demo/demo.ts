// Owns the demo: two real clients and a real server; one rings, the other accepts, both talk, one hangs up.
import { mkdirSync, writeFileSync } from 'node:fs'
import type { DemoOptions } from '../../build/demo/options.mjs'
import { fakeMediaSwitches } from '../../build/setup/fake-media.mjs'
import { inCache } from '../../build/setup/paths.mjs'
import { prepareMachine, type Machine } from '../../build/setup/prepare-machine.mjs'
import { say } from '../../build/setup/say.mjs'
import { hasDisplay } from '../../build/setup/virtual-display.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { watchForPicture, watchForPress } from '../fixtures/moments'
import { arrive, voiceOf, type Host, type Person } from '../fixtures/person'
import { measureClient, type ClientFigures } from './measure-client'
import { demoTable } from './demo-table'
import { lookOn, place, stageFor, workArea, type Stage } from './demo-stage'
import { runRingDemo } from './ring-demo'
import { showWindow, type Showing, type ShownWindow } from './show-window'
import { text } from '../../shared/text/en'

export interface DemoReport {
  readonly host: Host
  /** "Electron 22.3.25" or the browser's version. */
  readonly runtime: string
  readonly clients: readonly ClientFigures[]
  readonly screenshots: readonly string[]
  /** Only with --share. */
  readonly shared?: ShownWindow
}

const CONNECT_MS = 30_000

/** Returns the exit code. */
export async function runDemo(options: DemoOptions): Promise<number> {
  if (options.ring) return runRingDemo(options)
  const ends: (() => Promise<void> | void)[] = []
  try {
    const staging = stagingOf(options.share)
    const machine = await prepareMachine({
      electron: options.host !== 'browser',
      browser: options.host !== 'electron',
      ownDisplay: options.share && staging.hidden !== null,
      install: options.install,
    })
    ends.push(machine.stop)
    const report = await callEachOther({ options, machine, staging, atEnd: (end) => ends.push(end) })
    process.stdout.write(`${demoTable(report)}\n`)
    if (options.json !== null)
      writeFileSync(options.json, `${JSON.stringify(withoutVerdicts(report), null, 2)}\n`)
    return verdict(report)
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

type AtEnd = (end: () => Promise<void> | void) => void

interface Staging {
  /** Somebody sees the windows, so they are placed and told about. */
  readonly watched: boolean
  /** Somebody can also say when it is enough. */
  readonly waits: boolean
  /** Why the windows are shown to nobody; null: they are. */
  readonly hidden: string | null
}

function stagingOf(share: boolean): Staging {
  const isWayland =
    process.env['XDG_SESSION_TYPE'] === 'wayland' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
  const hidden = !hasDisplay()
    ? 'There is no display here, so the windows are drawn where nobody sees them.'
    : share && isWayland
      ? 'Under Wayland only a person may choose what is shared, so the demo runs on a display of its own.'
      : null
  return { watched: hidden === null, waits: hidden === null && share && process.stdin.isTTY, hidden }
}

interface Demo {
  readonly options: DemoOptions
  readonly machine: Machine
  readonly staging: Staging
  readonly atEnd: AtEnd
}

async function callEachOther({ options, machine, staging, atEnd }: Demo): Promise<DemoReport> {
  const host = chooseHost(options.host, machine)
  const server = options.server ?? (await ownServer(atEnd))
  if (host === 'browser') await checkServesPage(server)
  const people: Person[] = []
  for (const name of ['Ana', 'Ben']) {
    const person = await arrive({ name, host, server, media: mediaOf(name), initScript: RECORD_CONNECTIONS })
    atEnd(person.stop)
    people.push(person)
  }
  const [ana, ben] = people
  if (ana === undefined || ben === undefined) throw new Error('Nobody arrived.')
  try {
    return { host, ...(await perform({ options, machine, staging, atEnd }, ana, ben)) }
  } catch (error) {
    const pictures = await takePictures(people)
    say(`Where it stopped: ${pictures.join(', ')}`)
    for (const person of people)
      say(
        person
          .lines()
          .slice(-20)
          .map((line) => `${person.name}: ${line}`)
          .join('\n'),
      )
    throw error
  }
}

async function perform(demo: Demo, ana: Person, ben: Person): Promise<Omit<DemoReport, 'host'>> {
  const { options, machine, staging } = demo
  const stage = staging.watched ? await stageOf(ana, ben, options.share) : null
  tell(staging, options)
  const clients = await talk(ana, ben, options.seconds)
  const showing = options.share ? await show(demo, ana, ben, stage) : null
  const screenshots = await takePictures([ana, ben])
  const runtime = await runtimeOf(ana, machine)
  if (showing && staging.waits) await lookOn([ana, ben])
  // Whoever closed a window has ended it already.
  if (!ana.page.isClosed() && !ben.page.isClosed()) {
    await showing?.stop()
    await hangUp(ana, ben)
  }
  return { runtime, clients, screenshots, ...(showing && { shared: showing.shown }) }
}

function show({ machine, atEnd }: Demo, ana: Person, ben: Person, stage: Stage | null): Promise<Showing> {
  const { electron } = machine
  if (electron === null) throw new Error('Sharing a window needs Electron.')
  return showWindow({ presenter: ana, viewer: ben, electron, bounds: stage?.document ?? null, atEnd })
}

/** Null for guests, whose windows nobody sees. */
async function stageOf(ana: Person, ben: Person, share: boolean): Promise<Stage | null> {
  const area = await workArea(ana)
  if (area === null) return null
  const stage = stageFor(area, share)
  await place(ana, stage.ana)
  await place(ben, stage.ben)
  return stage
}

/** What happens, and what to look at. */
function tell({ watched, hidden }: Staging, { seconds, share, host }: DemoOptions): void {
  if (hidden !== null) say(`${hidden} Pictures of them are saved.`)
  if (!watched || host === 'browser') return
  say(
    `Ana (left) calls Ben (right). Cameras and voices are made up. They talk for ${String(seconds)} seconds.`,
  )
  if (!share) return
  say('Then Ana shares the window “Budget 2027”, which stands below her. Look at Ben’s window: he reads the')
  say(
    'document and sees its clock and bars move. Ana’s small bar and the line around the window say what is shared.',
  )
}

function chooseHost(wished: DemoOptions['host'], { electron, browser }: Machine): Host {
  if (wished !== 'browser' && electron !== null) return 'electron'
  if (wished === 'electron') throw new Error('There is no Electron here. Try: npm run demo -- --host browser')
  if (browser === null) throw new Error('There is neither an Electron nor a Chrome, Chromium or Edge here.')
  if (wished === null) say('There is no Electron here: two guests in a browser call each other instead.')
  return 'browser'
}

/** As from a real camera. */
function mediaOf(name: string): readonly string[] {
  return fakeMediaSwitches({ voiceHz: voiceOf(name), fps: 30 })
}

async function ownServer(atEnd: AtEnd): Promise<string> {
  const server = await startServer()
  atEnd(server.stop)
  return server.baseUrl
}

/** A stock PeerJS server serves none. */
async function checkServesPage(server: string): Promise<void> {
  const answer = await fetch(server)
  if (answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html')) return
  throw new Error(
    `${server} serves no page for guests. Try: npm run demo -- --host electron --server ${server}`,
  )
}

async function talk(ana: Person, ben: Person, seconds: number): Promise<readonly ClientFigures[]> {
  const link = await ben.ui.ownLink()
  await ana.ui.ownLink()
  await ana.ui.callWithVideo(link)
  await ben.ui.acceptWithVideo.waitFor({ timeout: CONNECT_MS })
  const seenByAna = await watchForPicture(ana.page, { label: text.call.remoteVideo(ben.name), colour: null })
  const seenByBen = await watchForPicture(ben.page, { label: text.call.remoteVideo(ana.name), colour: null })
  const { pressedAtMs } = await watchForPress(ben.page)
  await ben.ui.acceptWithVideo.click()
  const acceptedAtMs = await pressedAtMs
  const firstFrames = await Promise.all([seenByAna.seenAtMs, seenByBen.seenAtMs])
  const [atAna, atBen] = firstFrames.map((seenAtMs) => seenAtMs - acceptedAtMs)
  return Promise.all([
    measureClient(ana, ben.name, atAna ?? Number.NaN, seconds),
    measureClient(ben, ana.name, atBen ?? Number.NaN, seconds),
  ])
}

async function hangUp(ana: Person, ben: Person): Promise<void> {
  // Controls leave after a moment without the pointer.
  await ana.page.mouse.move(300, 300)
  await ana.ui.hangUp.click()
  await ben.ui.endedBecause('ended-by-other', ana.name, true).waitFor({ timeout: CONNECT_MS })
}

async function takePictures(people: readonly Person[]): Promise<readonly string[]> {
  mkdirSync(inCache('demo'), { recursive: true })
  return Promise.all(
    people.map(async ({ name, page, ui }) => {
      // So that the controls can be seen.
      await ui.wake()
      const path = inCache('demo', `${name.toLowerCase()}.png`)
      await page.screenshot({ path })
      return path
    }),
  )
}

async function runtimeOf(person: Person, machine: Machine): Promise<string> {
  if (person.host === 'electron') return `Electron ${machine.electron?.version ?? 'unknown'}`
  const agent = await person.page.evaluate(() => navigator.userAgent)
  return /Chrome\/[\d.]+/.exec(agent)?.[0].replace('/', ' ') ?? agent
}

/** Both must have seen a picture that moves, and heard something. */
function verdict({ clients }: DemoReport): number {
  const complaints = clients.flatMap(({ name, moves, audio }) => [
    ...(moves ? [] : [`${name} saw no moving picture.`]),
    ...(audio.level > 0 && audio.kbps > 0 ? [] : [`${name} heard nothing.`]),
  ])
  complaints.forEach(say)
  return complaints.length === 0 ? 0 : 1
}

function withoutVerdicts(report: DemoReport): unknown {
  return { ...report, clients: report.clients.map(({ moves: _, ...client }) => client) }
}
