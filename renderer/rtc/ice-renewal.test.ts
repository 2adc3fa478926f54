import { describe, expect, it } from 'vitest'
import type { IceServer } from '../../shared/protocol/server-messages'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { renewIceServers } from './ice-renewal'

function bench(renewMs: number | null) {
  const clock = createFakeClock()
  let asked = 0
  let answer: Promise<readonly IceServer[]> | null = null
  const set: RTCConfiguration[] = []
  const pc = {
    connectionState: 'connected' as RTCPeerConnectionState,
    getConfiguration: (): RTCConfiguration => ({ bundlePolicy: 'max-bundle', iceTransportPolicy: 'relay' }),
    setConfiguration: (configuration?: RTCConfiguration) => void set.push(configuration ?? {}),
  }
  const source = {
    learned: () => undefined,
    renewAfterMs: () => renewMs,
    current: () => answer ?? Promise.resolve([{ urls: `turn:${++asked}`, username: 'u', credential: 'c' }]),
  }
  const end = renewIceServers(pc, source, clock)
  return { clock, pc, set, end, asked: () => asked, hold: (held: typeof answer) => (answer = held) }
}

describe('credentials of a running connection', () => {
  it('are renewed again and again, with the rest of its configuration', async () => {
    const { clock, set, asked } = bench(1_000)
    await clock.advance(999)
    expect(asked()).toBe(0)
    await clock.advance(1)
    expect(set).toEqual([
      {
        ...{ bundlePolicy: 'max-bundle', iceTransportPolicy: 'relay' },
        iceServers: [{ urls: 'turn:1', username: 'u', credential: 'c' }],
      },
    ])
    await clock.advance(2_000)
    expect(asked()).toBe(3)
  })

  it('are left alone where they don’t end', async () => {
    const { clock, asked } = bench(null)
    await clock.advance(1e9)
    expect(asked()).toBe(0)
    expect(clock.waiting()).toBe(0)
  })

  it('are not set once the connection is over, also where the answer comes after', async () => {
    const { clock, set, end, hold } = bench(1_000)
    let give: (servers: readonly IceServer[]) => void = () => undefined
    void hold(new Promise((resolve) => (give = resolve)))
    await clock.advance(1_000)
    end()
    give([])
    await clock.settle()
    expect(set).toEqual([])
    expect(clock.waiting()).toBe(0)
  })
})
