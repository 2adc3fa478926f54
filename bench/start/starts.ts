// Owns how long a start takes, ours and the empty window's in turn: until the window can be used, and where it starts hidden, until
// it can be rung.
import * as z from 'zod'
import { say } from '../../build/setup/say.mjs'
import { comparisonRow, type Row } from '../rows'
import type { PackedProgram } from './packed-programs'
import { MOMENTS, USABLE, noteMoments, type PageMoments } from './page-moments'
import { startProgram, type ProgramHome } from './program-start'
import { onStartStage, type StartStage } from './stage'
import { STEERED, askPage } from './steering'

/** Starts that fill caches; not counted. */
const WARM_UP = 2

export function windowRows(pairs: number): Promise<readonly Row[]> {
  return inTurn(pairs, { name: 'start → window usable', goal: '≤ 1.35×' }, async (stage) => {
    const home = await stage.homeOf({ mode: 'anywhere', server: stage.homeServer.baseUrl })
    return {
      ours: () => timeWindow(stage, stage.parley, home).then((times) => times?.usable ?? null),
      theirs: (empty) => timeWindow(stage, stage.empty, empty).then((times) => times?.usable ?? null),
    }
  })
}

export function ringableRows(pairs: number): Promise<readonly Row[]> {
  const about = { name: 'start hidden → can be rung; empty: painted', goal: '≤ 1.5×' }
  return inTurn(pairs, about, async (stage) => {
    const home = await stage.homeOf({ mode: 'anywhere', server: stage.homeServer.baseUrl })
    return {
      ours: () => timeRingable(stage, home),
      theirs: (empty) => timeWindow(stage, stage.empty, empty).then((times) => times?.painted ?? null),
    }
  })
}

/** Milliseconds; null: it couldn't be told. */
type Time = () => Promise<number | null>
type Pair = { readonly ours: Time; readonly theirs: (empty: ProgramHome) => Promise<number | null> }

function inTurn(
  pairs: number,
  about: { readonly name: string; readonly goal: string },
  prepare: (stage: StartStage) => Promise<Pair>,
): Promise<readonly Row[]> {
  return onStartStage(async (stage) => {
    const { ours, theirs } = await prepare(stage)
    const empty = await stage.homeOf(null)
    say(`${about.name} …`)
    const [times, reference]: [number[], number[]] = [[], []]
    for (let pair = -WARM_UP; pair < pairs; pair += 1) {
      const [took, emptyTook] = [await ours(), await theirs(empty)]
      if (took === null || emptyTook === null) say(`Start ${String(pair)} was looked at too late.`)
      else if (pair >= 0) {
        times.push(took)
        reference.push(emptyTook)
      }
    }
    return [comparisonRow({ ...about, unit: 'ms' }, times, reference)]
  })
}

interface WindowTimes {
  readonly usable: number
  readonly painted: number
}

/** Since it was spawned, milliseconds. Usable it is where it is on the screen and answers. */
async function timeWindow(
  { maps }: StartStage,
  program: PackedProgram,
  home: ProgramHome,
): Promise<WindowTimes | null> {
  await maps.forget()
  const started = startProgram(program, home, [STEERED])
  try {
    const before = noteMoments(USABLE[program.name])
    const [page, mappedMs] = await Promise.all([
      askPage(home, started, { before, answer: MOMENTS }).then(readMoments),
      maps.mapped(),
    ])
    if (page.late) return null
    const since = (...momentsMs: number[]): number => Math.max(...momentsMs) - started.spawnedMs
    return { usable: since(page.usableMs, mappedMs), painted: since(page.paintedMs, mappedMs) }
  } finally {
    await started.stop()
  }
}

const moments = z.object({ usableMs: z.number(), paintedMs: z.number(), late: z.boolean() })
const readMoments = (answer: unknown): PageMoments => moments.parse(answer)

async function timeRingable({ parley, homeServer }: StartStage, home: ProgramHome): Promise<number> {
  const entered = homeServer.entered()
  const started = startProgram(parley, home, ['--hidden'])
  try {
    return (await entered) - started.spawnedMs
  } finally {
    await started.stop()
  }
}
