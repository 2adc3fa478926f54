// Owns a WebSocket of a load generator: frames made beforehand, as little work per frame as can be, and bytes past all rules
// where an attack needs them. What a careful client does is test-client.ts.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface Dialled {
  readonly port: number
  /** Which of this computer's own addresses it comes from: all of 127/8 are, and the server counts for each. */
  readonly from: string
  /** Ends its connections. */
  readonly signal?: AbortSignal
}

const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10
const MASK_BYTES = 4
const HEAD_END = '\r\n\r\n'
const NOTHING: Buffer = Buffer.alloc(0)
/** What a browser says about itself, so that a request is as long as a real one. */
export const BROWSER_LINES = [
  'Origin: app://parley',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: en-GB',
  'Cache-Control: no-cache',
].join('\r\n')

/** The n-th of this computer's own addresses, from 127.1.0.1 on. */
export const loopbackAddress = (n: number): string =>
  `127.${String(1 + (Math.floor(n / 62_500) % 250))}.${String(Math.floor(n / 250) % 250)}.${String(1 + (n % 250))}`

/** A whole frame as a client sends it: masked. */
export function clientFrame(payload: string | Buffer, opcode = TEXT): Buffer {
  const data = typeof payload === 'string' ? Buffer.from(payload, 'utf8') : payload
  const head = clientHead(data.length, opcode)
  const mask = randomBytes(MASK_BYTES)
  const masked = Buffer.from(data)
  for (let at = 0; at < masked.length; at += 1) masked[at] = (masked[at] ?? 0) ^ (mask[at % MASK_BYTES] ?? 0)
  return Buffer.concat([head, mask, masked])
}

/** The head of a frame with this many bytes, without its mask; whether they follow is the caller's business. */
export function clientHead(sizeBytes: number, opcode = TEXT, bits = 0x80): Buffer {
  if (sizeBytes < 126) return Buffer.from([bits | opcode, 0x80 | sizeBytes])
  const long = sizeBytes > 0xffff
  const head = Buffer.alloc(long ? 10 : 4)
  head[0] = bits | opcode
  head[1] = 0x80 | (long ? 127 : 126)
  if (long) head.writeBigUInt64BE(BigInt(sizeBytes), 2)
  else head.writeUInt16BE(sizeBytes, 2)
  return head
}

export class LeanSocket {
  onText: (payload: Buffer) => void
  readonly closed: Promise<void>
  #rest: Buffer = NOTHING

  constructor(
    private readonly tcp: Socket,
    /** What came with the answer to the upgrade. */
    first: Buffer,
    onText: (payload: Buffer) => void,
  ) {
    this.onText = onText
    this.closed = new Promise((resolve) => tcp.once('close', () => resolve()))
    tcp.on('data', (chunk) => this.#read(chunk))
    this.#read(first)
  }

  get isOpen(): boolean {
    return !this.tcp.destroyed
  }

  /** Bytes as they are; false where they wait in this process. */
  send(bytes: Buffer): boolean {
    return this.tcp.writable && this.tcp.write(bytes)
  }

  /** Reads nothing more, like a dead line. */
  pause(): void {
    this.tcp.pause()
  }

  destroy(): void {
    this.tcp.destroy()
  }

  #read(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      const head = readHead(data, at)
      if (head === null || at + head.bytes + head.size > data.length) break
      const payload = data.subarray(at + head.bytes, at + head.bytes + head.size)
      if (head.opcode === TEXT) this.onText(payload)
      else if (head.opcode === CLOSE) this.tcp.destroy()
      else if (head.opcode === PING) this.send(clientFrame(payload, PONG))
      at += head.bytes + head.size
    }
    this.#rest = at === data.length ? NOTHING : data.subarray(at)
  }
}

function readHead(data: Buffer, at: number): { opcode: number; bytes: number; size: number } | null {
  if (data.length - at < 2) return null
  const opcode = (data[at] ?? 0) & 15
  const short = (data[at + 1] ?? 0) & 127
  if (short < 126) return { opcode, bytes: 2, size: short }
  const bytes = short === 126 ? 4 : 10
  if (data.length - at < bytes) return null
  return {
    opcode,
    bytes,
    size: short === 126 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2)),
  }
}

/** A connection without a word on it. */
export function openTcp({ port, from, signal }: Dialled): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const tcp = connect({
      ...{ host: '127.0.0.1', port, localAddress: from, noDelay: true },
      ...(signal ? { signal } : {}),
    })
    tcp.once('error', reject)
    tcp.once('connect', () => {
      tcp.off('error', reject)
      tcp.on('error', () => undefined) // a server that has enough of us; `close` follows
      resolve(tcp)
    })
  })
}

/** Throws with the status line where the upgrade is refused. */
export async function openLeanSocket(
  at: Dialled,
  query: Readonly<Record<string, string>>,
  onText: (payload: Buffer) => void,
): Promise<LeanSocket> {
  const tcp = await openTcp(at)
  const search = new URLSearchParams({ key: 'peerjs', version: '1.5.5', ...query }).toString()
  tcp.write(upgradeText(`/peerjs?${search}`, at.port))
  const { head, rest } = await readHttpHead(tcp)
  if (!head.startsWith('HTTP/1.1 101')) {
    tcp.destroy()
    throw new Error(head.split('\r\n')[0])
  }
  return new LeanSocket(tcp, rest, onText)
}

export const upgradeText = (target: string, port: number, lines = BROWSER_LINES): string =>
  [
    `GET ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${String(port)}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    lines,
    '\r\n',
  ].join('\r\n')

/** What came after it is given along. Throws where the connection ends before. */
export function readHttpHead(tcp: Socket): Promise<{ head: string; rest: Buffer }> {
  return new Promise((resolve, reject) => {
    let all: Buffer = NOTHING
    const ended = (): void => reject(new Error('the connection ended'))
    const read = (chunk: Buffer): void => {
      all = all.length === 0 ? chunk : Buffer.concat([all, chunk])
      const end = all.indexOf(HEAD_END)
      if (end < 0) return
      tcp.off('data', read)
      tcp.off('close', ended)
      resolve({ head: all.toString('latin1', 0, end), rest: all.subarray(end + HEAD_END.length) })
    }
    tcp.on('data', read)
    tcp.once('close', ended)
  })
}
