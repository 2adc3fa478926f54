// 20 000 hostile messages of every kind (testing/attacks.ts) at the real server in its own process, under its usual limits: it
// lives and says nothing but which limits were reached, and two pairs of others talk all the while. A million of them:
// npm run bench -- signalling --only soak.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ATTACK_NAMES } from './testing/attacks'
import { attack } from './testing/hostility'
import { connectLeanClient, type LeanClient } from './testing/lean-client'
import { clientFrame, loopbackAddress } from './testing/lean-socket'
import { bundleServer, runServer, type ServerBundle } from './testing/server-process'

const MESSAGES = 20_000
const SEED = 1
const AT_ONCE = 8
const PAIRS = 2

let bundle: ServerBundle
beforeAll(async () => {
  bundle = await bundleServer()
}, 120_000)
afterAll(() => bundle.remove())

type Pair = readonly [LeanClient, LeanClient]

/** Both ways, as in a call. Resolves once each has what the other said; never, where one is cut off: the test's own limit ends it. */
async function talk([ann, bob]: Pair, words: string): Promise<void> {
  for (const [from, to] of [
    [ann, bob],
    [bob, ann],
  ] as const) {
    const arrived = new Promise<void>((resolve) => {
      to.socket.onText = (payload) => {
        if (payload.includes(words)) resolve()
      }
    })
    const envelope = from.identity.seal('call', words)
    from.socket.send(clientFrame(JSON.stringify({ type: 'CTL', dst: to.id, payload: { n: 1, envelope } })))
    await arrived
  }
}

// Elsewhere only one address of the loopback network is this computer's own.
it.skipIf(process.platform !== 'linux')(
  'lives through 20 000 hostile messages of every kind while others talk',
  { timeout: 600_000 },
  async () => {
    const server = runServer(bundle, ['--port', '0'])
    const port = Number(new URL(await server.base).port)
    const open = (n: number): Promise<LeanClient> => connectLeanClient({ port, from: loopbackAddress(n) })
    const pairs: Pair[] = []
    for (let n = 0; n < PAIRS; n += 1) pairs.push([await open(2 * n), await open(2 * n + 1)])
    let attacked = false
    const attacking = attack({
      ...{ port, messages: MESSAGES, seed: SEED, atOnce: AT_ONCE },
      victims: pairs.flat().map(({ id }) => id),
    }).finally(() => (attacked = true))
    let rounds = 0
    const talking = pairs.map(async (pair, n) => {
      while (!attacked) {
        await talk(pair, `pair ${String(n)} round ${String(rounds)}!`)
        rounds += 1
      }
    })
    const { messages, attacks } = await attacking
    await Promise.all(talking)
    expect(messages).toBeGreaterThanOrEqual(MESSAGES)
    expect(rounds).toBeGreaterThan(PAIRS)
    for (const name of ATTACK_NAMES) expect(attacks[name], name).toBeGreaterThan(0)
    server.child.kill()
    const { code, err } = await server.ended
    expect(code).toBe(0)
    expect(err.replace(/^warning: a client reached (the limit of|this server as) .*\n/gm, '')).toBe('')
  },
)
