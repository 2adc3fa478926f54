// Owns asking a TURN relay whether it takes our credentials: an Allocate as a client would send it (RFC 8656), given back at once.
// A wrong secret shows nowhere else: calls just go without a relay.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect as connectTcp, isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { TurnCredentials } from './turn'

export type TurnVerdict = 'accepted' | 'refused' | 'silent'

const MAGIC = 0x2112a442
const HEADER_BYTES = 20
const [ALLOCATE, REFRESH] = [0x0003, 0x0004]
const [USERNAME, MESSAGE_INTEGRITY, LIFETIME, REALM, NONCE, REQUESTED_TRANSPORT] = [
  0x6, 0x8, 0xd, 0x14, 0x15, 0x19,
]
const SUCCESS_BIT = 0x0100
const UDP = Buffer.from([17, 0, 0, 0])
const ANSWER_MS = 3_000

/** Sends one request and resolves with the relay's answer; null where none comes. */
type Exchange = (request: Buffer) => Promise<Buffer | null>

export async function checkTurn(url: string, credentials: TurnCredentials): Promise<TurnVerdict> {
  const line = openLine(url)
  try {
    const challenge = await line.exchange(message(ALLOCATE, [[REQUESTED_TRANSPORT, UDP]], null))
    if (challenge === null) return 'silent'
    const [realm, nonce] = [attribute(challenge, REALM), attribute(challenge, NONCE)]
    if (!realm || !nonce) return 'refused'
    const { username, credential } = credentials
    const key = createHash('md5').update(`${username}:${realm.toString()}:${credential}`).digest()
    const proof: Attributes = [
      [USERNAME, Buffer.from(username)],
      [REALM, realm],
      [NONCE, nonce],
    ]
    const answer = await line.exchange(message(ALLOCATE, [[REQUESTED_TRANSPORT, UDP], ...proof], key))
    if (answer === null) return 'silent'
    if ((answer.readUInt16BE(0) & 0x0110) !== SUCCESS_BIT) return 'refused'
    await line.exchange(message(REFRESH, [[LIFETIME, Buffer.alloc(4)], ...proof], key))
    return 'accepted'
  } finally {
    line.close()
  }
}

type Attributes = readonly (readonly [type: number, value: Buffer])[]

function message(type: number, attributes: Attributes, key: Buffer | null): Buffer {
  const body = Buffer.concat(attributes.map(([name, value]) => encoded(name, value)))
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt16BE(type, 0)
  head.writeUInt32BE(MAGIC, 4)
  randomBytes(12).copy(head, 8)
  const integrityBytes = key ? 24 : 0
  head.writeUInt16BE(body.length + integrityBytes, 2) // covers the integrity itself, RFC 8489 14.5
  const signed = Buffer.concat([head, body])
  if (!key) return signed
  return Buffer.concat([signed, encoded(MESSAGE_INTEGRITY, createHmac('sha1', key).update(signed).digest())])
}

function encoded(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
  padded.writeUInt16BE(type, 0)
  padded.writeUInt16BE(value.length, 2)
  value.copy(padded, 4)
  return padded
}

function attribute(answer: Buffer, wanted: number): Buffer | null {
  for (let at = HEADER_BYTES; at + 4 <= answer.length;) {
    const [type, length] = [answer.readUInt16BE(at), answer.readUInt16BE(at + 2)]
    if (type === wanted) return answer.subarray(at + 4, at + 4 + length)
    at += 4 + Math.ceil(length / 4) * 4
  }
  return null
}

const URL_PARTS = /^(turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/i

function openLine(url: string): { readonly exchange: Exchange; close(): void } {
  const [, scheme = 'turn', bracketed = '', port, transport] = URL_PARTS.exec(url) ?? []
  const secure = scheme.toLowerCase() === 'turns'
  const at = { host: bracketed.replace(/^\[|\]$/g, ''), port: Number(port ?? (secure ? 5349 : 3478)) }
  return secure || transport?.toLowerCase() === 'tcp' ? streamLine(at, secure) : datagramLine(at)
}

type At = { readonly host: string; readonly port: number }

function datagramLine({ host, port }: At): ReturnType<typeof openLine> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  return {
    close: () => void socket.close(),
    exchange: (request) =>
      answered((resolve) => {
        socket.once('message', resolve)
        socket.once('error', () => resolve(null))
        socket.send(request, port, host)
      }),
  }
}

function streamLine(at: At, secure: boolean): ReturnType<typeof openLine> {
  // An address is no name that a certificate is chosen by (RFC 6066).
  const name = isIP(at.host) === 0 ? { servername: at.host } : {}
  const socket = secure ? connectTls({ ...at, ...name }) : connectTcp(at)
  socket.on('error', () => undefined)
  return {
    close: () => void socket.destroy(),
    exchange: (request) =>
      answered((resolve) => {
        socket.once('data', resolve)
        socket.once('close', () => resolve(null))
        socket.write(request)
      }),
  }
}

function answered(ask: (resolve: (answer: Buffer | null) => void) => void): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ANSWER_MS)
    ask((answer) => {
      clearTimeout(timer)
      resolve(answer && answer.length >= HEADER_BYTES ? answer : null)
    })
  })
}
