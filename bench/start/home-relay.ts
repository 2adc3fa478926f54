// Owns a home server that tells when it has somebody: the real one behind a relay that passes bytes on and looks for its word.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { startServer } from '../../build/setup/server-process.mjs'

export interface NoticingHome {
  readonly baseUrl: string
  /** When the next one is let in: wall-clock milliseconds. */
  readonly entered: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** What PeerJS' server says to a client that can be rung from now on. */
const ENTERED = '"type":"OPEN"'

export async function startNoticingHome(): Promise<NoticingHome> {
  const waiting = new Set<(atMs: number) => void>()
  const sockets = new Set<Socket>()
  let port = 0
  const relay = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    upstream.on('data', (bytes) => {
      if (!bytes.includes(ENTERED)) return
      for (const resolve of waiting) resolve(performance.timeOrigin + performance.now())
      waiting.clear()
    })
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true))
      socket.on('error', () => undefined)
      socket.once('close', () => {
        sockets.delete(socket)
        for (const each of [client, upstream]) each.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${String((relay.address() as AddressInfo).port)}/`
  const server = await startServer({ args: ['--origin', baseUrl] })
  port = server.port
  return {
    baseUrl,
    entered: () => new Promise((resolve) => waiting.add(resolve)),
    stop: async () => {
      relay.close()
      for (const socket of sockets) socket.destroy()
      await server.stop()
    },
  }
}
