// Whose turn it is, over real connections: order alone, no times.
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { newcomersInTurn } from './newcomers'

const opened: Socket[] = []
let http: Server | null = null
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy()
  http?.close()
})

interface Running {
  readonly port: number
  /** As they were served. */
  readonly served: string[]
}

/** `busy` runs with each request that is served. */
async function start(busy: (url: string) => void = () => undefined): Promise<Running> {
  const served: string[] = []
  const running = (http = createServer())
  running.on(
    'request',
    newcomersInTurn(running, (request, response) => {
      served.push(request.url ?? '')
      response.end()
      busy(request.url ?? '')
    }),
  )
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve))
  const address = running.address()
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, served }
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  opened.push(socket)
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

const ask = (socket: Socket, target: string): void =>
  void socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`)

const answered = (sockets: readonly Socket[]): Promise<unknown> =>
  Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))))

it('serves who has begun before newcomers who came first', async () => {
  const { port, served } = await start()
  const [first, second, begun] = [await open(port), await open(port), await open(port)]
  const all = answered([first, second, begun])
  ask(first, '/challenge?1')
  ask(second, '/challenge?2')
  ask(begun, '/session')
  await all
  expect(served).toEqual(['/session', '/challenge?1', '/challenge?2'])
})

it('serves those who come one a turn: who has begun goes in between', async () => {
  let begun: Socket | null = null
  const { port, served } = await start((url) => {
    if (begun && url === '/challenge?1') ask(begun, '/session')
  })
  const newcomers = [await open(port), await open(port), await open(port)]
  begun = await open(port)
  const all = answered([...newcomers, begun])
  for (const [n, socket] of newcomers.entries()) ask(socket, `/challenge?${String(n + 1)}`)
  await all
  expect(served).toEqual(['/challenge?1', '/session', '/challenge?2', '/challenge?3'])
})

it('serves nobody who is gone', async () => {
  let leaving: Socket | null = null
  const { port, served } = await start((url) => {
    if (url === '/challenge?1') leaving?.destroy()
  })
  const [first, second, third] = [await open(port), await open(port), await open(port)]
  leaving = second
  const both = answered([first, third])
  for (const [n, socket] of [first, second, third].entries()) ask(socket, `/challenge?${String(n + 1)}`)
  await both
  expect(served).toEqual(['/challenge?1', '/challenge?3'])
})

it('answers each time somebody asks over one connection, also at once', async () => {
  const { port, served } = await start()
  const socket = await open(port)
  const ask3 = answered([socket])
  ask(socket, '/challenge?1')
  await ask3
  for (const n of [2, 3, 4]) {
    const again = answered([socket])
    ask(socket, `/challenge?${String(n)}`)
    if (n === 2) ask(socket, '/challenge?2b')
    await again
  }
  await expect.poll(() => served.length).toBe(5)
  expect(new Set(served)).toEqual(new Set([1, 2, '2b', 3, 4].map((n) => `/challenge?${String(n)}`)))
})

/** All connect in one moment, with their request. */
function comeAtOnce(port: number, count: number): readonly Socket[] {
  return Array.from({ length: count }, (_, n) => {
    const socket = connect(port, '127.0.0.1')
    opened.push(socket)
    ask(socket, `/session?${String(n)}`)
    return socket
  })
}

it('takes the connections that wait before a newcomer’s turn', async () => {
  const { port, served } = await start()
  const newcomer = await open(port)
  ask(newcomer, '/challenge')
  await answered([newcomer, ...comeAtOnce(port, 8)])
  expect(served.indexOf('/challenge')).toBe(8)
})

it('lets no newcomer wait for ever, however many connections come', async () => {
  const { port, served } = await start()
  const newcomer = await open(port)
  ask(newcomer, '/challenge')
  await answered([newcomer, ...comeAtOnce(port, 60)])
  expect(served.indexOf('/challenge')).toBeLessThan(30)
})
