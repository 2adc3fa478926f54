// Owns the set-up benchmark: ours and the bare page in turn, on Electron and on Chromium.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import { say } from '../../build/setup/say.mjs'
import type { Host } from '../../e2e/fixtures/person'
import { comparisonRow, plainRow, type Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { startBarePair, type BarePair } from './bare-pair'
import { startOurPair, type Answer, type OurPair } from './our-pair'

const HOSTS: readonly Host[] = ['electron', 'browser']
const WORDS = { electron: 'Electron', browser: 'Chromium' } as const
/** Calls that warm caches and compilers; not counted. */
const WARM_UP = 1

export async function measureSetup({ pairs, install }: BenchOptions): Promise<readonly Row[]> {
  const machine = await prepareMachine({ electron: true, browser: true, ownDisplay: true, install })
  try {
    const rows: Row[] = []
    for (const host of HOSTS) rows.push(...(await measureHost(host, pairs)))
    return rows
  } finally {
    machine.stop()
  }
}

async function measureHost(host: Host, pairs: number): Promise<readonly Row[]> {
  const [ours, bare] = [await startOurPair(host), await startBarePair(host)]
  try {
    const camera: number[] = []
    for (let i = 0; i < pairs; i += 1) camera.push(await ours.timeCamera())
    await ours.holdDevices()
    const compare = comparisonOf(host, ours, bare, pairs)
    const unknown = await compare('accept → first frame, unknown caller', '≤ 1.1×', 'later')
    const pressed = await compare('call → first frame, accepted at once, unknown caller', '≤ 1.2×', 'at-once')
    await ours.becomeContacts()
    const contact = await compare('accept → first frame, caller is a contact', '≤ 0.9×', 'later')
    const pressedContact = await compare(
      'call → first frame, accepted at once, a contact',
      '≤ 1.2×',
      'at-once',
    )
    const opening = { name: `${WORDS[host]}: opening the camera`, unit: 'ms', goal: 'none' }
    return [contact, unknown, pressed, pressedContact, plainRow(opening, camera)]
  } finally {
    await ours.stop()
    await bare.stop()
  }
}

type Compare = (name: string, goal: string, answer: Answer) => Promise<Row>

function comparisonOf(host: Host, ours: OurPair, bare: BarePair, pairs: number): Compare {
  return async (name, goal, answer) => {
    say(`${WORDS[host]}: ${name} …`)
    const times: number[] = []
    const reference: number[] = []
    for (let i = -WARM_UP; i < pairs; i += 1) {
      const took = await ours.timeCall(answer)
      const bareTook = await bare.timeCall()
      if (i < 0) continue
      times.push(answer === 'later' ? took.acceptedToFrameMs : took.pressedToFrameMs)
      reference.push(bareTook)
    }
    return comparisonRow({ name: `${WORDS[host]}: ${name}`, unit: 'ms', goal }, times, reference)
  }
}
