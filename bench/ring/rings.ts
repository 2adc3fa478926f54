// Owns how soon a call is seen, told and heard: at a client that has been hidden for minutes, in turn with one whose window is
// open; and whether timers of the hidden page still come on time, which keep it reachable.
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../../build/setup/say.mjs'
import { timeRing, type RingMoments } from '../../e2e/ring/ring-moments'
import { comparisonRow, countRow, plainRow, type Row } from '../rows'
import { cancelCall, onStage, type Callee, type Stage } from './stage'

/** With the usual 20 rings it has been hidden for five minutes, from where on Chromium throttles what it throttles most. */
const HIDDEN_MS_A_RING = 15_000
/** Each tone ends in a pause; what is heard after the press must be this ring's. */
const QUIET_MS = 500
/** As often as the page beats. */
const TIMER_MS = 5_000

export function ringRows(rings: number): Promise<readonly Row[]> {
  return onStage((stage) => measure(stage, rings))
}

async function measure(stage: Stage, rings: number): Promise<readonly Row[]> {
  const open = await stage.openCallee('open')
  const hidden = await stage.openCallee('hidden')
  await hidden.client.inPage(NOTE_TIMER)
  say(`Hidden for ${String((rings * HIDDEN_MS_A_RING) / 1000)} seconds …`)
  await wait(rings * HIDDEN_MS_A_RING)
  const [ours, reference]: [RingMoments[], RingMoments[]] = [[], []]
  for (let ring = 0; ring < rings; ring += 1) {
    ours.push(await ringOnce(stage, hidden))
    reference.push(await ringOnce(stage, open))
  }
  const late = (await hidden.client.inPage('window.benchLate')) as number[]
  return rowsOf(ours, reference, late)
}

async function ringOnce({ caller }: Stage, callee: Callee): Promise<RingMoments> {
  await wait(QUIET_MS)
  const moments = await timeRing(callee, caller.page, () => caller.ui.callBySound(callee.link))
  await cancelCall(caller, callee)
  return moments
}

type Step = 'windowMs' | 'noticeMs' | 'soundMs'

const STEPS: readonly (readonly [step: Step, name: string, goal: string])[] = [
  ['windowMs', 'ring window on the screen', 'p95 ≤ 500, ≤ 1.3×'],
  ['noticeMs', 'Notify on the bus', 'p95 ≤ 500'],
  ['soundMs', 'sound on the ringer', 'p95 ≤ 700'],
]

function rowsOf(
  ours: readonly RingMoments[],
  reference: readonly RingMoments[],
  late: readonly number[],
): readonly Row[] {
  const complete = ours.filter((ring) => STEPS.every(([step]) => ring[step] !== null))
  return [
    ...STEPS.map(([step, name, goal]) =>
      comparisonRow(
        { name: `hidden: call → ${name}`, unit: 'ms', goal },
        came(ours, step),
        came(reference, step),
      ),
    ),
    countRow(
      { name: 'hidden: seen, told and heard', unit: 'rings', goal: 'all' },
      complete.length,
      ours.length,
    ),
    plainRow({ name: 'hidden: a timer of 5 s is late by', unit: 'ms', goal: 'p95 ≤ 1000' }, late),
  ]
}

const came = (rings: readonly RingMoments[], step: Step): readonly number[] =>
  rings.flatMap((ring) => ring[step] ?? [])

/** A timer that sets itself anew is what Chromium throttles most. */
const NOTE_TIMER = `{
  window.benchLate = []
  const again = () => {
    const setMs = performance.now()
    setTimeout(() => {
      window.benchLate.push(performance.now() - setMs - ${String(TIMER_MS)})
      again()
    }, ${String(TIMER_MS)})
  }
  again()
}`
