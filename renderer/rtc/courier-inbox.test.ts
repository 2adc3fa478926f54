import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallMessage } from '../../shared/protocol/call-messages'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { createInbox, type SocketProblem } from './courier-inbox'
import { FakeServer } from './fakes/fake-server'
import { createFakeSigner, fakeUnseal } from './fakes/fake-signer'
import type { Unsealer } from './signer'

const ME = 'b'.repeat(32)
const THEM = 'a'.repeat(32)
const CALL = 'c'.repeat(32)

function createRig(unseal: Unsealer = fakeUnseal) {
  const clock = createFakeClock()
  const url = normaliseBaseUrl('https://one.example/')
  if (!url.ok) throw new Error('not a base URL')
  const signalling = new FakeServer({ clock, url: url.value }).connect(ME)
  const messages: CallMessage[] = []
  const problems: SocketProblem[] = []
  const inbox = createInbox({
    ...{ me: ME, unseal, clock },
    onMessage: (message) => messages.push(message),
    onProblem: (problem) => problems.push(problem),
  })
  const take = (peerId: string, envelope: Parameters<typeof inbox.take>[1]) =>
    inbox.take({ signalling, peerId }, envelope)
  return { clock, inbox, take, messages, problems }
}

const body = (seq: number, from = THEM): string =>
  JSON.stringify({ v: 1, callId: CALL, path: 1, seq, from, to: ME, role: 'caller', name: '', t: 'cancel' })
async function sealed(text: string, by = THEM) {
  const result = await createFakeSigner(by).seal('call', text)
  if (!result.ok) throw new Error('not sealed')
  return result.value
}

describe('messages from a server', () => {
  it('are refused where they are private and belong on the channel', async () => {
    const rig = createRig()
    const text = { ...JSON.parse(body(1)), t: 'text', text: 'hello' } as unknown
    rig.take(THEM, await sealed(JSON.stringify(text)))
    await rig.clock.advance(1)
    expect(rig.messages).toEqual([])
    expect(rig.problems.map(({ problem }) => problem)).toEqual(['wrong-way'])
  })

  it('come out in each sender’s order, however long their signatures take', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 50 }), { maxLength: 30 }), async (delays) => {
        const waits = [...delays]
        const rig = createRig(async (purpose, envelope) => {
          const wait = waits.shift() ?? 0
          await new Promise<void>((resolve) => rig.clock.after(wait, resolve))
          return fakeUnseal(purpose, envelope)
        })
        for (let seq = 1; seq <= delays.length; seq += 1) rig.take(THEM, await sealed(body(seq)))
        await rig.clock.advance(100)
        expect(rig.messages.map(({ seq }) => seq)).toEqual(delays.map((_, i) => i + 1))
      }),
      { numRuns: 20 },
    )
  }, 30_000)

  it('aren’t held up by another sender’s slow signature', async () => {
    const other = 'd'.repeat(32)
    const rig = createRig((purpose, envelope) =>
      envelope.body.includes(other) ? new Promise<null>(() => undefined) : fakeUnseal(purpose, envelope),
    )
    rig.take(other, await sealed(body(1, other), other))
    rig.take(THEM, await sealed(body(1)))
    await rig.clock.settle()
    expect(rig.messages).toHaveLength(1)
  })

  it('are judged by the first thing that is wrong, and nothing is verified for nothing', async () => {
    let verified = 0
    const rig = createRig((purpose, envelope) => {
      verified += 1
      return fakeUnseal(purpose, envelope)
    })
    const good = await sealed(body(1))
    const text = (change: object) => JSON.stringify({ ...JSON.parse(body(1)), ...change })
    const cases: readonly (readonly [
      peerId: string,
      envelope: typeof good,
      problem: string,
      verifies: boolean,
    ])[] = [
      [THEM, { ...good, body: 'x'.repeat(30_000) }, 'frame-too-large', false],
      [THEM, { ...good, body: 'no JSON' }, 'frame-malformed', false],
      [THEM, { ...good, body: '{"v":1}' }, 'frame-malformed', false],
      ['not-an-id', good, 'id-mismatch', false],
      ['d'.repeat(32), good, 'id-mismatch', false],
      [THEM, await sealed(text({ to: CALL })), 'id-mismatch', false],
      [ME, await sealed(text({ from: ME }), ME), 'id-mismatch', false],
      [THEM, await sealed(text({ v: 2 })), 'version-unsupported', false],
      [THEM, { ...good, body: body(2) }, 'signature-wrong', true],
      [THEM, await sealed(body(1), 'e'.repeat(32)), 'id-mismatch', true],
      [THEM, await sealed(text({ t: 'later-kind' })), 'unknown-kind', true],
      [THEM, await sealed(text({ seq: 0 })), 'frame-malformed', true],
      [THEM, await sealed(text({ t: 'bye' })), 'frame-malformed', true],
    ]
    for (const [peerId, envelope, problem, verifies] of cases) {
      verified = 0
      rig.take(peerId, envelope)
      await rig.clock.settle()
      expect(rig.problems.at(-1)?.problem).toBe(problem)
      expect(verified > 0).toBe(verifies)
    }
    expect(rig.problems).toHaveLength(cases.length)
    expect(rig.messages).toEqual([])
  })

  it('of any content never throw', async () => {
    const rig = createRig()
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        rig.take(THEM, await sealed(text))
        await rig.clock.advance(1_000)
        expect(rig.messages).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 30_000)

  it('in a flood cost a bounded number of checks, and others are still heard', async () => {
    let verified = 0
    const rig = createRig((purpose, envelope) => {
      verified += 1
      return fakeUnseal(purpose, envelope)
    })
    const forged = { ...(await sealed(body(1))), sig: 'x'.repeat(86) }
    for (let i = 0; i < 10_000; i += 1) rig.take(THEM, forged)
    await rig.clock.settle()
    expect(verified).toBeLessThanOrEqual(64)
    const other = 'd'.repeat(32)
    rig.take(other, await sealed(body(1, other), other))
    await rig.clock.settle()
    expect(rig.messages).toHaveLength(1)
    expect(rig.problems.filter(({ problem }) => problem === 'rate-limited').length).toBeGreaterThan(9_000)
  })

  it('from ever new senders are bounded in all', async () => {
    let verified = 0
    const rig = createRig((purpose, envelope) => {
      verified += 1
      return fakeUnseal(purpose, envelope)
    })
    for (let i = 0; i < 2_000; i += 1) {
      const id = i.toString(16).padStart(32, '0')
      rig.take(id, await sealed(body(1, id), id))
    }
    await rig.clock.settle()
    expect(verified).toBeLessThanOrEqual(600)
    await rig.clock.advance(10_000)
    rig.take(THEM, await sealed(body(1)))
    await rig.clock.settle()
    expect(rig.messages.at(-1)?.from).toBe(THEM)
  })

  it('from one person’s many visits use up no more than that person’s allowance', async () => {
    const rig = createRig()
    const other = 'd'.repeat(32)
    for (let i = 0; i < 2_000; i += 1) {
      rig.take(`${THEM}-${i.toString(16).padStart(8, '0')}`, await sealed(body(i + 1)))
    }
    rig.take(other, await sealed(body(1, other), other))
    await rig.clock.settle()
    expect(rig.messages.filter(({ from }) => from === THEM).length).toBeLessThanOrEqual(150)
    expect(rig.messages.at(-1)?.from).toBe(other)
  })
})
