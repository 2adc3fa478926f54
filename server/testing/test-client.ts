// Owns a small client of our server for tests: a fresh key, a ticket, a socket, and what came over it.
import {
  createHash,
  createHmac,
  generateKeyPairSync,
  pbkdf2Sync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { request as requestHttp, type IncomingHttpHeaders } from 'node:http'
import { request as requestHttps, type RequestOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { WebSocket, type ClientOptions } from 'ws'
import { signedText, visitPeerId, type Purpose } from '../../shared/protocol/identity'
import type { Envelope } from '../../shared/protocol/server-messages'

export interface TestIdentity {
  readonly id: string
  readonly key: string
  seal(purpose: Purpose, body: string): Envelope
}

export function createTestIdentity(): TestIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  // The point is the end of the encoded key.
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-65)
  return identityOf(point, privateKey)
}

function identityOf(point: Buffer, privateKey: KeyObject): TestIdentity {
  const key = point.toString('base64url')
  return {
    id: createHash('sha256').update(point).digest('hex').slice(0, 32),
    key,
    seal(purpose, body) {
      const text = Buffer.from(signedText(purpose, body), 'utf8')
      const sig = sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return { body, key, sig: sig.toString('base64url') }
    },
  }
}

export const newVisitId = (identity: TestIdentity): string =>
  visitPeerId(identity.id, randomBytes(4).toString('hex'))

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly json: Readonly<Record<string, unknown>>
}

/** Whose certificates are trusted, and which of our addresses it comes from. */
export type Line = Pick<RequestOptions, 'ca' | 'localAddress'>

export const getJson = (url: string, line: Line = {}): Promise<HttpAnswer> =>
  askJson(url, { ...line, method: 'GET' })

export function postJson(url: string, body: unknown, line: Line = {}): Promise<HttpAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return askJson(url, { ...line, method: 'POST', headers: { 'content-type': 'application/json' } }, text)
}

/** On a connection of its own: one that is kept is closed by the server at the moment a busy test takes it up again. */
function askJson(url: string, options: RequestOptions, body = ''): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp
    const asked = request(url, { ...options, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => {
        const json: unknown = JSON.parse(text)
        const { statusCode = 0, headers } = response
        resolve({ status: statusCode, headers, json: typeof json === 'object' ? { ...json } : {} })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

export interface TicketOptions extends Line {
  /** The join code that it has. */
  readonly join?: string | null
}

/** Signs in and returns the ticket; throws with the server's code where it refuses. */
export async function takeTicket(
  base: string,
  identity: TestIdentity,
  id = identity.id,
  { join = null, ...line }: TicketOptions = {},
): Promise<string> {
  const { json: challenge } = await getJson(`${base}challenge`, line)
  const asked = { nonce: String(challenge['nonce']), audience: base, id }
  const proof = join === null ? {} : { join: joinProof(join, asked) }
  const body = JSON.stringify({ v: 1, ...asked, ...proof })
  const { json: session } = await postJson(`${base}session`, identity.seal('ticket', body), line)
  const ticket = session['ticket']
  if (typeof ticket !== 'string') throw new Error(`no ticket: ${JSON.stringify(session)}`)
  return ticket
}

/** As docs/protocol.md says it, written a second time. */
export function joinProof(
  code: string,
  { nonce, audience, id }: { readonly nonce: string; readonly audience: string; readonly id: string },
): string {
  const key = pbkdf2Sync(code.normalize('NFC').trim(), `parley/1/join\n${audience}`, 100_000, 32, 'sha256')
  return createHmac('sha256', key).update(`parley/1/join\n${nonce}\n${audience}\n${id}`).digest('base64url')
}

export type Frame = Readonly<Record<string, unknown>>

/** One socket as PeerJS opens it. Frames are kept until somebody waits for them. */
export interface TestSocket {
  readonly frames: readonly Frame[]
  send(frame: unknown): void
  sendRaw(data: string | Buffer): void
  /** Past `ws`, for what it would never send. */
  sendBytes(bytes: Buffer): void
  /** The first frame, also of those already here, that fits. Throws after timeoutMs. */
  next(fits: (frame: Frame) => boolean, timeoutMs?: number): Promise<Frame>
  readonly closed: Promise<number>
  close(): void
  readonly raw: WebSocket
}

export function openSocket(
  base: string,
  query: Readonly<Record<string, string>>,
  options: ClientOptions = {},
): TestSocket {
  const url = new URL('peerjs', base)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.search = new URLSearchParams({ key: 'peerjs', version: '1.5.5', ...query }).toString()
  const raw = new WebSocket(url, options)
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  let tcp: Duplex | null = null
  raw.on('upgrade', (response) => (tcp = response.socket))
  raw.on('error', () => undefined)
  raw.on('message', (data: Buffer) => {
    const json: unknown = JSON.parse(data.toString())
    frames.push(typeof json === 'object' ? { ...json } : {})
    for (const look of [...waiting]) look()
  })
  return {
    frames,
    raw,
    send: (frame) => raw.send(JSON.stringify(frame)),
    sendRaw: (data) => raw.send(data),
    sendBytes: (bytes) => void tcp?.write(bytes),
    next: (fits, timeoutMs = LONGEST_WAIT_MS) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = frames.find(fits)
          if (!found) return
          waiting.delete(look)
          clearTimeout(timer)
          resolve(found)
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`no such frame among ${JSON.stringify(frames).slice(0, 2_000)}`))
        }, timeoutMs)
        waiting.add(look)
        look()
      }),
    closed: new Promise((resolve) => raw.once('close', resolve)),
    close: () => raw.close(),
  }
}

/** On a machine that is busy with other things. */
const LONGEST_WAIT_MS = 20_000

export const ofType =
  (type: string) =>
  (frame: Frame): boolean =>
    frame['type'] === type

export const isNotice =
  (code: string) =>
  (frame: Frame): boolean => {
    const payload = frame['payload']
    return (
      frame['type'] === 'NOTICE' &&
      typeof payload === 'object' &&
      payload !== null &&
      'code' in payload &&
      payload.code === code
    )
  }

export interface TestClient extends TestSocket {
  readonly identity: TestIdentity
  readonly peerId: string
  /** Sends a signed call message and resolves with the acknowledged status. */
  sendCtl(to: string, body: string): Promise<unknown>
}

/** Signed in and open. */
export async function connectClient(
  base: string,
  identity: TestIdentity = createTestIdentity(),
  {
    peerId = identity.id,
    join = null,
    ...options
  }: ClientOptions & { readonly peerId?: string; readonly join?: string | null } = {},
): Promise<TestClient> {
  const { ca, localAddress } = options
  const line = {
    ...(ca === undefined ? {} : { ca }),
    ...(localAddress === undefined ? {} : { localAddress }),
  }
  const token = await takeTicket(base, identity, peerId, { join, ...line })
  const socket = openSocket(base, { id: peerId, token }, options)
  await socket.next(ofType('OPEN'))
  let n = 0
  return {
    ...socket,
    identity,
    peerId,
    async sendCtl(to, body) {
      const mine = ++n
      socket.send({ type: 'CTL', dst: to, payload: { n: mine, envelope: identity.seal('call', body) } })
      const ack = await socket.next((frame) => frame['type'] === 'CTL-ACK' && ackOf(frame)?.n === mine)
      return ackOf(ack)?.status
    },
  }
}

function ackOf(frame: Frame): { n: unknown; status: unknown } | null {
  const payload = frame['payload']
  if (typeof payload !== 'object' || payload === null || !('n' in payload) || !('status' in payload))
    return null
  return { n: payload.n, status: payload.status }
}
