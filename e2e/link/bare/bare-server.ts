// Owns the reference's server: serves the bare page and passes each frame on to the other socket. Nothing else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { inRoot } from '../../../build/setup/paths.mjs'

export interface BareServer {
  readonly port: number
  readonly url: string
  readonly stop: () => void
}

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['bare.html', 'text/html'],
  '/bare.js': ['bare.js', 'text/javascript'],
}

export async function startBareServer(): Promise<BareServer> {
  const http = createServer((request, response) => {
    const found = FILES[request.url ?? '']
    if (found === undefined) {
      response.writeHead(404).end()
      return
    }
    const [file, type] = found
    response.writeHead(200, { 'content-type': type }).end(readFileSync(inRoot('e2e', 'link', 'bare', file)))
  })
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data.toString())
    })
  })
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${String(port)}/`,
    stop: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      http.close()
    },
  }
}
