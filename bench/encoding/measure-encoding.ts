// Owns the encoding benchmark: how sharp a still window of small text gets, and how fluent a scrolling one is, by way of
// encoding, on the bare page over the link. What the product does with it is measured elsewhere.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { say } from '../../build/setup/say.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { BROWSER_TITLE, startBarePair, type BareHost } from '../../e2e/link/bare/bare-pair'
import { startLink, whyNoLink, type Link } from '../../e2e/link/link'
import { startTestWindows, type TestWindows } from '../../e2e/windows/test-windows'
import { plainRow, type Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { coreShare, watchFluency, watchSharpness, type Stage, type Way } from './measure-case'
import { shareRead } from './read-picture'
import { PAGE, pageOf } from './text-pages'
import { WAYS } from './ways'

const WINDOW = { title: BROWSER_TITLE, program: 'Reader', ...PAGE } as const
const THIN_KBPS = 1000
const SCROLL_KBPS = 2000
const DELAY_MS = 20
const READ_LINES = 12
/** A way takes three quarters of a minute. */
const MOST_ROUNDS = 3
const HOSTS: readonly BareHost[] = ['electron', 'browser']

interface Figures {
  readonly sharedLikeness: number
  readonly sharedSharpS: number
  readonly changedLikeness: number
  readonly changedSharpS: number
  readonly readShare: number
  readonly stillCore: number
  readonly scrollFps: number
  readonly scrollFrozen: number
  readonly scrollDelayMs: number
}

export async function measureEncoding({ pairs, install }: BenchOptions): Promise<readonly Row[]> {
  const reason = whyNoLink()
  if (reason !== null) throw new Error(reason)
  await ensureSystemPackages(['windows', 'link', 'reading'], { install })
  const machine = await prepareMachine({ electron: true, browser: true, ownDisplay: true, install })
  const windows = startTestWindows()
  const link = await startLink({ delayMs: DELAY_MS })
  try {
    const rows: Row[] = []
    for (const host of HOSTS) {
      for (const way of WAYS) rows.push(...(await measureRounds({ host, way, windows, link }, pairs)))
    }
    return rows
  } finally {
    await link.stop()
    await windows.stop()
    machine.stop()
  }
}

interface Case {
  readonly host: BareHost
  readonly way: Way
  readonly windows: TestWindows
  readonly link: Link
}

async function measureRounds(each: Case, wanted: number): Promise<readonly Row[]> {
  const name = `${each.host === 'electron' ? 'Electron' : 'Chromium'}: ${each.way.name}`
  say(`${name} …`)
  const rounds: Figures[] = []
  while (rounds.length < Math.min(wanted, MOST_ROUNDS)) rounds.push(await measureWay(each))
  return rowsOf(name, rounds)
}

async function measureWay({ host, way, windows, link }: Case): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-encoding-'))
  await link.set({ rateKbps: THIN_KBPS })
  const window = await windows.open({ ...WINDOW, content: 'text', text: pageOf(0) })
  const pair = await startBarePair(host, link)
  const stage: Stage = { pair, presenterSide: link.a, window, folder }
  try {
    await pair.connect(way.connect)
    await wait(1000)
    const shared = await watchSharpness(stage, () => pair.share(window, way.share))
    const stillCore = await coreShare(link.a, 4000)
    const changed = await watchSharpness(stage, () => window.show('text', pageOf(7)))
    const readShare = await shareRead(changed.last, pageOf(7), { lines: READ_LINES, folder })
    const scroll = await scrolling(stage, link)
    return {
      sharedLikeness: shared.bySecond.get(3) ?? Number.NaN,
      sharedSharpS: shared.sharpAfterS ?? Infinity,
      changedLikeness: changed.bySecond.get(3) ?? Number.NaN,
      changedSharpS: changed.sharpAfterS ?? Infinity,
      readShare,
      stillCore,
      scrollFps: scroll.fps,
      scrollFrozen: scroll.frozenShare,
      scrollDelayMs: scroll.medianDelayMs,
    }
  } finally {
    await pair.stop()
    await window.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function scrolling(stage: Stage, link: Link) {
  await link.set({ rateKbps: SCROLL_KBPS })
  await stage.window.show('scroll', pageOf(0))
  await stage.window.play(30)
  await wait(6000) // the estimate of the link's rate rises slowly
  return watchFluency(stage, 8000)
}

function rowsOf(name: string, rounds: readonly Figures[]): readonly Row[] {
  const row = (what: string, unit: string, goal: string, value: (figures: Figures) => number): Row =>
    plainRow({ name: `${name}: ${what}`, unit, goal }, rounds.map(value))
  return [
    row('likeness 3 s after sharing', '% SSIM', 'none', (f) => f.sharedLikeness * 100),
    row('sharing → sharp', 's', 'none', (f) => f.sharedSharpS),
    row('likeness 3 s after a change', '% SSIM', '≥ 98 %', (f) => f.changedLikeness * 100),
    row('change → sharp', 's', 'none', (f) => f.changedSharpS),
    row('read right', '%', '≥ 97 %', (f) => f.readShare * 100),
    row('presenter, still', '% of a core', 'none', (f) => f.stillCore * 100),
    row('scrolling', 'fps', 'none', (f) => f.scrollFps),
    row('scrolling, frozen', '%', 'none', (f) => f.scrollFrozen * 100),
    row('scrolling, delay', 'ms', 'none', (f) => f.scrollDelayMs),
  ]
}
