// What a socket carries beside whole messages: pings, pongs and parts of messages, over real sockets.
import { describe, expect, it } from 'vitest'
import { serverOfTest } from './testing/server-of-test'
import { connectClient, isNotice } from './testing/test-client'

describe('frames that are no messages', () => {
  it('count as such: a flood of pings ends as one of messages does', async () => {
    const { base } = await serverOfTest({ limits: { 'messages-per-second-per-id': 10 } })
    const [flood, other] = [await connectClient(base), await connectClient(base)]
    for (let k = 0; k < 200; k++) flood.raw.ping()
    await flood.next(isNotice('rate-limited'))
    await flood.closed
    expect(await other.sendCtl(other.peerId, '{}')).toBe('delivered')
  })

  it('a ping is answered with what it brought', async () => {
    const { base } = await serverOfTest()
    const client = await connectClient(base)
    const pong = new Promise((resolve) => client.raw.once('pong', (data) => resolve(data.toString())))
    client.raw.ping('still there?')
    expect(await pong).toBe('still there?')
  })

  it('a message in more parts than anybody cuts one into ends its socket with a notice', async () => {
    const { base } = await serverOfTest()
    const [bad, other] = [await connectClient(base), await connectClient(base)]
    // One character each, under a mask of zeros; the first begins a text, none ends it.
    const part = (opcode: number): Buffer => Buffer.from([opcode, 0x81, 0, 0, 0, 0, 0x20])
    bad.sendBytes(Buffer.concat([part(1), ...Array.from({ length: 300 }, () => part(0))]))
    await bad.next(isNotice('frame-malformed'))
    await bad.closed
    expect(await other.sendCtl(other.peerId, '{}')).toBe('delivered')
  })
})
