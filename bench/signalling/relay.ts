// Owns what relaying a message costs the server's processor: as many as go, a few under way in each pair, ours and the others
// in turn.
import { say } from '../../build/setup/say.mjs'
import { comparisonRow, type Row } from '../rows'
import { processorMs } from './cost'
import { RATES_RAISED } from './limits'
import { openPairs, type Message, type Pair } from './pairs'
import { judged } from './judged'
import { startMeasured, type Kind, type MeasuredServer } from './servers'

const PAIRS = 100
/** In each direction of a pair. */
const UNDER_WAY = 2
/** About two thirds of a second. */
const MESSAGES = 20_000
/** Rounds in which the compilers see what is coming. */
const WARM_UP = 2

interface Contender {
  readonly name: string
  readonly server: MeasuredServer
  readonly pairs: readonly Pair[]
  readonly costsUs: number[]
}

export async function relayRows(rounds: number): Promise<readonly Row[]> {
  const [ours, stock, bare] = [await start('ours'), await start('stock'), await start('bare')]
  const contenders = [
    await contender('ours, CTL', ours, 'CTL'),
    await contender('stock, OFFER', stock, 'OFFER'),
    await contender('ours, OFFER', ours, 'OFFER'),
    await contender('bare ws, OFFER', bare, 'OFFER'),
  ] as const
  say(`Relaying ${String(MESSAGES)} messages, ${String(rounds)} times each …`)
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const each of contenders) {
      const costUs = await costOf(each)
      if (round >= 0) each.costsUs.push(costUs)
    }
  for (const server of [ours, stock, bare]) await server.stop()
  const [ctl, reference, offer, floor] = contenders
  const row = (name: string, costs: readonly number[], beside: readonly number[], goal: string): Row =>
    comparisonRow({ name: `relay: server CPU per message, ${name}`, unit: 'µs', goal }, costs, beside)
  return [
    judged(
      row('CTL beside stock OFFER', ctl.costsUs, reference.costsUs, '≤ 1.0×'),
      ({ ratio }) => ratio <= 1,
    ),
    judged(row('OFFER beside stock', offer.costsUs, reference.costsUs, '≤ 1.0×'), ({ ratio }) => ratio <= 1),
    row('OFFER beside bare ws', offer.costsUs, floor.costsUs, 'none'),
  ]
}

const start = (kind: Kind): Promise<MeasuredServer> => startMeasured(kind, { flags: RATES_RAISED })

const contender = async (name: string, server: MeasuredServer, message: Message): Promise<Contender> => ({
  ...{ name, server },
  pairs: await openPairs(server, message, PAIRS),
  costsUs: [],
})

export async function costOf({ server, pairs }: Pick<Contender, 'server' | 'pairs'>): Promise<number> {
  const beganMs = processorMs(server.pid)
  await relayMessages(pairs)
  return ((processorMs(server.pid) - beganMs) * 1000) / MESSAGES
}

/** Resolves when the last one has arrived. */
function relayMessages(pairs: readonly Pair[]): Promise<void> {
  return new Promise((resolve) => {
    let [sent, arrived] = [0, 0]
    const sides = pairs.flat()
    for (const side of sides) {
      // What arrived is answered: so a pair stays a conversation.
      side.onMessage = () => {
        arrived += 1
        if (sent < MESSAGES) {
          sent += 1
          side.send()
        } else if (arrived === MESSAGES) resolve()
      }
    }
    for (let n = 0; n < UNDER_WAY; n += 1)
      for (const side of sides) {
        sent += 1
        side.send()
      }
  })
}
