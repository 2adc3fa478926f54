// The server inside the app, with a fake of the utility process's port.
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { serveEmbedded } from './embedded-host'
import { fromEmbeddedSchema, type FromEmbedded, type ToEmbedded } from './embedded-messages'
import { SILENT_LOG } from './log'
import { connectClient } from './testing/test-client'

const CONFIG = { host: '127.0.0.1', port: 0, origins: [], pageFolder: null, stun: [] }

function setUp() {
  let listener: (event: { readonly data: unknown }) => void = () => undefined
  const answers: FromEmbedded[] = []
  let look: () => void = () => undefined
  let exited: () => void = () => undefined
  const exit = new Promise<void>((resolve) => (exited = resolve))
  const port = {
    on: (_event: 'message', heard: typeof listener) => void (listener = heard),
    postMessage(message: FromEmbedded) {
      answers.push(fromEmbeddedSchema.parse(message))
      look()
    },
  }
  serveEmbedded(port, { log: SILENT_LOG, nowMs: () => performance.now() }, () => exited())
  return {
    exit,
    answers,
    tell: (message: ToEmbedded) => listener({ data: message }),
    tellRaw: (data: unknown) => listener({ data }),
    answer: (count: number) =>
      new Promise<FromEmbedded | undefined>((resolve) => {
        look = () => {
          if (answers.length >= count) resolve(answers[count - 1])
        }
        look()
      }),
  }
}
type Embedded = ReturnType<typeof setUp>

let embedded: Embedded | null = null
afterEach(async () => {
  embedded?.tell({ type: 'stop' })
  await embedded?.exit
  embedded = null
})

async function started(at: Embedded, count: number): Promise<string> {
  const answer = await at.answer(count)
  if (answer?.type !== 'started') throw new Error(JSON.stringify(answer))
  expect(answer.addresses).toContain(`http://127.0.0.1:${String(answer.port)}/`)
  return `http://127.0.0.1:${String(answer.port)}/`
}

describe('the embedded server', () => {
  it('starts on the first message and serves', async () => {
    embedded = setUp()
    embedded.tell({ type: 'start', config: CONFIG })
    const client = await connectClient(await started(embedded, 1))
    expect(await client.sendCtl(client.peerId, '{}')).toBe('delivered')
  })

  it('ignores what is no message and a second start', async () => {
    embedded = setUp()
    embedded.tellRaw('nonsense')
    embedded.tellRaw({ type: 'start', config: { ...CONFIG, port: -1 } })
    embedded.tell({ type: 'start', config: CONFIG })
    embedded.tell({ type: 'start', config: CONFIG })
    await connectClient(await started(embedded, 1))
    expect(embedded.answers).toHaveLength(1)
  })

  it('says that the port is taken, and takes another one then', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    embedded = setUp()
    embedded.tell({ type: 'start', config: { ...CONFIG, port } })
    expect(await embedded.answer(1)).toMatchObject({ type: 'failed', code: 'port-taken', port })
    embedded.tell({ type: 'start', config: CONFIG })
    await connectClient(await started(embedded, 2))
    await new Promise((resolve) => other.close(resolve))
  })

  it.each([
    [{ ...CONFIG, host: '192.0.2.1' }, 'no-network-address'],
    [{ ...CONFIG, origins: ['ftp://x'] }, 'bad-input'],
  ])('says why it cannot start with %j', async (config, code) => {
    embedded = setUp()
    embedded.tell({ type: 'start', config })
    expect(await embedded.answer(1)).toMatchObject({ type: 'failed', code })
  })

  it('ends every connection when it is stopped', async () => {
    const stopping = setUp()
    stopping.tell({ type: 'start', config: CONFIG })
    const client = await connectClient(await started(stopping, 1))
    stopping.tell({ type: 'stop' })
    await client.closed
    await stopping.exit
  })
})
