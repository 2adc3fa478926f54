// Owns the reference's server: serves the bare page and passes each frame on to the other socket. Nothing else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { inRoot } from '../../build/setup/paths.mjs'

export interface Relay {
  readonly url: string
  readonly close: () => void
}

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['bare.html', 'text/html'],
  '/bare.js': ['bare.js', 'text/javascript'],
}

export async function startRelay(): Promise<Relay> {
  const http = createServer((request, response) => {
    const found = FILES[request.url ?? '']
    if (found === undefined) return void response.writeHead(404).end()
    const [file, type] = found
    response.writeHead(200, { 'content-type': type }).end(readFileSync(inRoot('bench', 'setup', file)))
  })
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data.toString())
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => void (sockets.close(), http.close()) }
}
