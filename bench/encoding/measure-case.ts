// Owns one measurement: a way of encoding on the bare pair, over the link, with the real test window before it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runCommand } from '../../build/setup/run-command.mjs'
import type { BareConnectWords, BarePair, BareShareWords } from '../../e2e/link/bare/bare-pair'
import type { Side } from '../../e2e/link/link'
import type { TestWindow } from '../../e2e/windows/test-windows'
import { watchCodes, type DrawnPicture } from '../../e2e/windows/watch-codes'
import { likeness, pictureOfPgm, type GreyPicture } from '../../e2e/windows/picture-likeness'

export interface Stage {
  readonly pair: BarePair
  readonly presenterSide: Side
  readonly window: TestWindow
  readonly folder: string
}

export interface Way {
  readonly name: string
  readonly connect: BareConnectWords
  readonly share: BareShareWords
}

export interface Sharpness {
  /** SSIM by whole and half seconds after the change. */
  readonly bySecond: ReadonlyMap<number, number>
  readonly sharpAfterS: number | null
  readonly last: GreyPicture
}

export const SHARP = 0.98
const LOOK_AT_S = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7]

/** `change` is what happens to the window or its sharing; the clock runs from when it has been done. */
export async function watchSharpness(
  { pair, window, folder }: Stage,
  change: () => Promise<void>,
): Promise<Sharpness> {
  await change()
  const changedAt = performance.now()
  const file = join(folder, 'source.pgm')
  await window.save(file)
  const source = pictureOfPgm(readFileSync(file))
  const seen: { readonly atS: number; readonly picture: GreyPicture }[] = []
  for (const atS of LOOK_AT_S) {
    await wait(Math.max(0, changedAt + atS * 1000 - performance.now()))
    seen.push({ atS, picture: await lookAt(pair, source) })
  }
  // Compared afterwards: it costs time that the clients need.
  const likenesses = seen.map(({ atS, picture }) => [atS, likeness(source, picture)] as const)
  const last = seen.find(({ atS }) => atS === 3) ?? seen.at(-1)
  if (last === undefined) throw new Error('nothing was seen')
  return {
    bySecond: new Map(likenesses),
    sharpAfterS: likenesses.find(([, value]) => value >= SHARP)?.[0] ?? null,
    last: last.picture,
  }
}

async function lookAt(pair: BarePair, { width, height }: GreyPicture): Promise<GreyPicture> {
  const text = String(await pair.viewer.evaluate(`window.bare.grey(${width}, ${height})`))
  return { width, height, grey: new Uint8Array(Buffer.from(text, 'base64')) }
}

/** Share of one core that all programs on that side take, over this time. */
export async function coreShare(side: Side, overMs: number): Promise<number> {
  const before = await ticksOf(side)
  const startedAt = performance.now()
  await wait(overMs)
  const ticks = (await ticksOf(side)) - before
  const TICK_MS = 10
  return (ticks * TICK_MS) / (performance.now() - startedAt)
}

async function ticksOf(side: Side): Promise<number> {
  const { stdout } = await runCommand('ip', ['netns', 'pids', side.namespace])
  const pids = new Set(stdout.split('\n'))
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => pids.has(name))) {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    ticks += Number(fields[11]) + Number(fields[12])
  }
  return ticks
}

export interface Fluency {
  readonly fps: number
  /** Gaps longer than three usual ones and 150 ms more than usual, added up, of the time watched. */
  readonly frozenShare: number
  readonly medianDelayMs: number
}

/** What the viewer sees of a window that paints `fps` frames a second. */
export async function watchFluency({ pair }: Stage, forMs: number): Promise<Fluency> {
  const watch = await watchCodes(pair.viewer, '#remote')
  await wait(forMs)
  const pictures = await watch.pictures()
  await watch.stop()
  return fluencyOf(pictures, forMs)
}

export function fluencyOf(pictures: readonly DrawnPicture[], forMs: number): Fluency {
  const times = pictures.map(({ atMs }) => atMs)
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const usual = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length)
  const frozen = gaps
    .filter((gap) => gap >= Math.max(3 * usual, usual + 150))
    .reduce((sum, gap) => sum + gap, 0)
  const delays = pictures.flatMap((each) => (each.kind === 'window' ? [each.atMs - each.drawnAtMs] : []))
  return {
    fps: (pictures.length * 1000) / forMs,
    frozenShare: frozen / forMs,
    medianDelayMs: [...delays].sort((x, y) => x - y)[Math.floor(delays.length / 2)] ?? Number.NaN,
  }
}
