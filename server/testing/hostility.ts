// Owns many hostile clients at once, each attack after the other by chance, until so many messages were sent.
import { ATTACK_NAMES, ATTACKS, type AttackName } from './attacks'
import { badFrames } from './bad-frames'
import { Refused } from './lean-client'
import { loopbackAddress } from './lean-socket'
import { createRandom } from './random'

export interface HostilityOptions {
  readonly port: number
  readonly victims: readonly string[]
  readonly messages: number
  readonly seed: number
  /** How many attack at the same time. */
  readonly atOnce: number
}

export interface Hostility {
  readonly messages: number
  readonly attacks: Readonly<Record<AttackName, number>>
}

/** Whom the limits of one address would stop too soon comes from many. */
const ADDRESSES = 2_000
/** Far from those of well-behaved clients. */
const FIRST_ADDRESS = 1_000_000
const BAD_FRAMES = 2_000
/** Half-open things that are held at one time. */
const MOST_LEFT = 300
/** The server has no place, or no patience: with fewer than it has the attacker goes on elsewhere. */
const BREATH_MS = 20

export async function attack(
  options: HostilityOptions,
  told?: (messages: number) => void,
): Promise<Hostility> {
  const { port, victims, seed } = options
  const attacks = Object.fromEntries(ATTACK_NAMES.map((name) => [name, 0])) as Record<AttackName, number>
  const frames = badFrames([VALID, '{"type":"HEARTBEAT"}'], BAD_FRAMES, seed)
  const left: (() => void)[] = []
  let messages = 0
  const leave = (end: () => void): void => {
    left.push(end)
    if (left.length > MOST_LEFT) left.shift()?.()
  }

  async function attackOn(attacker: number): Promise<void> {
    const random = createRandom(seed + attacker)
    while (messages < options.messages) {
      const name = random.pick(ATTACK_NAMES)
      const at = { port, from: loopbackAddress(FIRST_ADDRESS + random.below(ADDRESSES)) }
      try {
        // Not added at once: others add to it meanwhile.
        const sent = await ATTACKS[name]({ at, random, victims, badFrames: frames, leave })
        messages += sent
        attacks[name] += 1
      } catch (error) {
        if (!isRefusal(error)) throw error
        messages += 1
        await new Promise((resolve) => setTimeout(resolve, BREATH_MS))
      }
      told?.(messages)
    }
  }

  await Promise.all(Array.from({ length: options.atOnce }, (_, attacker) => attackOn(attacker)))
  for (const end of left) end()
  return { messages, attacks }
}

const VALID = JSON.stringify({
  type: 'OFFER',
  payload: { type: 'media', connectionId: 'mc_1', sdp: { type: 'offer', sdp: 'v=0\r\n' } },
  dst: '0'.repeat(32),
})

const isRefusal = (error: unknown): boolean =>
  error instanceof Refused ||
  (error instanceof Error && /ended|ECONNRESET|EPIPE|HTTP\/1\.1/.test(error.message))
