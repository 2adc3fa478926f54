// Owns signing in as a load generator does: the same requests as a client's, with little work of its own. Refusals are values,
// since a load expects them.
import type { Socket } from 'node:net'
import { createTestIdentity, type TestIdentity } from './test-client'
import {
  BROWSER_LINES,
  openLeanSocket,
  openTcp,
  readHttpHead,
  type Dialled,
  type LeanSocket,
} from './lean-socket'

export interface LeanClient {
  readonly id: string
  readonly identity: TestIdentity
  readonly socket: LeanSocket
}

/** The server's own word, or what became of the connection. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly retryAfterMs: number,
  ) {
    super(code)
  }
}

/** Throws `Refused` where the server says no. */
export async function connectLeanClient(at: Dialled, identity = createTestIdentity()): Promise<LeanClient> {
  const token = await takeLeanTicket(at, identity)
  return { id: identity.id, identity, socket: await openAs(at, { id: identity.id, token }) }
}

/** A socket that the server has said OPEN to. */
export async function openAs(at: Dialled, query: Readonly<Record<string, string>>): Promise<LeanSocket> {
  return new Promise((resolve, reject) => {
    const opening = openLeanSocket(at, query, (payload) => {
      const { type, payload: said } = JSON.parse(payload.toString()) as NoticeLike
      if (type !== 'OPEN') return reject(new Refused(said?.code ?? type, said?.retryAfterMs ?? 0))
      void opening.then((socket) => {
        socket.onText = () => undefined
        resolve(socket)
      })
    })
    opening.then(({ closed }) => closed.then(() => reject(new Refused('closed', 0))), reject)
  })
}

interface NoticeLike {
  readonly type: string
  readonly payload?: { readonly code: string; readonly retryAfterMs?: number }
}

/** Challenge and session over one connection, as a browser makes them. */
export async function takeLeanTicket(at: Dialled, identity: TestIdentity, id = identity.id): Promise<string> {
  const tcp = await openTcp(at)
  try {
    const { nonce } = await askOver(tcp, requestText('GET', '/challenge', at.port))
    const body = JSON.stringify({ v: 1, nonce, audience: `http://127.0.0.1:${String(at.port)}/`, id })
    const envelope = JSON.stringify(identity.seal('ticket', body))
    const { ticket } = await askOver(tcp, requestText('POST', '/session', at.port, envelope))
    return String(ticket)
  } finally {
    tcp.destroy()
  }
}

export const requestText = (method: string, path: string, port: number, body = ''): string =>
  [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${String(port)}`,
    BROWSER_LINES,
    ...(body === ''
      ? []
      : ['Content-Type: text/plain', `Content-Length: ${String(Buffer.byteLength(body))}`]),
    '',
    body,
  ].join('\r\n')

/** Throws `Refused` for any status but 200. */
async function askOver(tcp: Socket, text: string): Promise<Readonly<Record<string, unknown>>> {
  tcp.write(text)
  const { head, rest } = await readHttpHead(tcp)
  const size = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
  const body = await readBody(tcp, rest, size)
  const json = JSON.parse(body) as Readonly<Record<string, unknown>>
  if (head.startsWith('HTTP/1.1 200')) return json
  throw new Refused(String(json['code']), Number(json['retryAfterMs'] ?? 0))
}

function readBody(tcp: Socket, rest: Buffer, size: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = rest
    const ended = (): void => reject(new Error('the connection ended'))
    const read = (chunk: Buffer): void => {
      all = Buffer.concat([all, chunk])
      look()
    }
    const look = (): void => {
      if (all.length < size) return
      tcp.off('data', read)
      tcp.off('close', ended)
      resolve(all.toString('utf8', 0, size))
    }
    tcp.on('data', read)
    tcp.once('close', ended)
    look()
  })
}
