// 20 000 hostile messages of every kind (testing/attacks.ts) at the real server in its own process, under its usual limits: it
// lives and says nothing but which limits were reached, and two pairs of others talk all the while. A million of them:
// npm run bench -- signalling --only soak.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ATTACK_NAMES } from './testing/attacks'
import { attack } from './testing/hostility'
import { loopbackAddress } from './testing/lean-socket'
import { bundleServer, runServer, type ServerBundle } from './testing/server-process'
import { connectClient, type TestClient } from './testing/test-client'

const MESSAGES = 20_000
const SEED = 1
const AT_ONCE = 8
const PAIRS = 2
/** Only an upper limit, for a very busy machine. */
const ANSWER_MS = 60_000

let bundle: ServerBundle
beforeAll(async () => {
  bundle = await bundleServer()
}, 120_000)
afterAll(() => bundle.remove())

/** Both ways, as in a call; each is acknowledged and arrives. */
async function talk(pair: readonly [TestClient, TestClient], words: string): Promise<void> {
  for (const [from, to] of [pair, [pair[1], pair[0]]] as const) {
    expect(await from.sendCtl(to.peerId, words, ANSWER_MS)).toBe('delivered')
    await to.next((frame) => JSON.stringify(frame).includes(words), ANSWER_MS)
  }
}

// Elsewhere only one address of the loopback network is this computer's own.
it.skipIf(process.platform !== 'linux')(
  'lives through 20 000 hostile messages of every kind while others talk',
  { timeout: 600_000 },
  async () => {
    const server = runServer(bundle, ['--port', '0'])
    const base = await server.base
    const pairs: (readonly [TestClient, TestClient])[] = []
    for (let n = 0; n < PAIRS; n += 1) {
      const open = (k: number) => connectClient(base, undefined, { localAddress: loopbackAddress(k) })
      pairs.push([await open(2 * n), await open(2 * n + 1)])
    }
    let attacked = false
    const attacking = attack({
      ...{ port: Number(new URL(base).port), messages: MESSAGES, seed: SEED, atOnce: AT_ONCE },
      victims: pairs.flat().map(({ peerId }) => peerId),
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
