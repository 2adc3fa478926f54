// Owns a server of new versions: a folder as a plain web server gives it, byte ranges included; what it was asked for and how much it
// gave; and the troubles that such a server can be in.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { partialAnswer, rangesOf, type PartialAnswer } from './byte-ranges'

/** What it does wrong. `file` troubles are those of the new version itself, the others of the list that names it. */
export type UpdateTrouble =
  | 'list: error'
  | 'list: none'
  | 'list: no yaml'
  | 'list: older version'
  | 'list: wrong digest'
  | 'file: error'
  | 'file: none'
  | 'file: one byte is another'
  | 'file: cut off'
  /** Half of it comes, the rest when the trouble is over. */
  | 'file: hangs'

export interface Asked {
  readonly name: string
  /** Asked for at once; 0: the whole file. */
  readonly ranges: number
  /** Of the answer's body, as far as it was given. */
  readonly bytes: number
  readonly headers: IncomingHttpHeaders
}

export interface UpdateServer {
  readonly url: string
  /** In the order in which they came, since the last `forget`. */
  readonly asked: () => readonly Asked[]
  readonly forget: () => void
  /** Null: it is well again. */
  readonly be: (trouble: UpdateTrouble | null) => void
  readonly stop: () => Promise<void>
}

export interface UpdateServerOptions {
  /** The list of new versions, and what it names. */
  readonly folder: string
  /** 0: any. */
  readonly port: number
  /** Written into the list. */
  readonly notes?: string
}

const LIST = /\.ya?ml$/
const OLDER = '0.0.1'

export async function startUpdateServer({
  folder,
  port,
  notes = '',
}: UpdateServerOptions): Promise<UpdateServer> {
  const asked: Asked[] = []
  let trouble: UpdateTrouble | null = null
  let held: (() => void)[] = []
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://server').pathname)
    const now = trouble
    const answer = LIST.test(name)
      ? listAnswer(join(folder, name), notes, now)
      : fileAnswer(join(folder, name), request, now)
    const given = now === 'file: hangs' || now === 'file: cut off' ? halfOf(name, answer) : answer.body
    asked.push({ name, ranges: answer.ranges, bytes: given.length, headers: request.headers })
    begin(response, answer)
    if (given === answer.body) response.end(given)
    else if (now === 'file: hangs')
      response.write(given, () => held.push(() => response.end(answer.body.subarray(given.length))))
    else response.write(given, () => response.destroy())
  })
  const url = await listening(server, port)
  return {
    url,
    asked: () => asked,
    forget: () => void asked.splice(0),
    be(next) {
      trouble = next
      for (const go of held) go()
      held = []
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Answer extends PartialAnswer {
  readonly status: number
  readonly ranges: number
}

const plain = (status: number, body: string | Buffer): Answer => ({
  ...{ status, headers: {}, ranges: 0 },
  body: Buffer.from(body),
})

function begin(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'accept-ranges': 'bytes', 'content-length': body.length, ...headers })
}

const halfOf = (name: string, { body }: Answer): Buffer =>
  LIST.test(name) ? body : body.subarray(0, Math.floor(body.length / 2))

function listAnswer(path: string, notes: string, trouble: UpdateTrouble | null): Answer {
  if (trouble === 'list: error') return plain(500, 'No disk.')
  if (trouble === 'list: none') return plain(404, 'Nothing here.')
  if (trouble === 'list: no yaml') return plain(200, '<!doctype html>\n<title>Log in: {first}</title>\n\t- [')
  const list = readOr404(path)
  if (list === null) return plain(404, 'Nothing here.')
  return plain(200, `${changed(list.toString(), trouble)}releaseNotes: ${JSON.stringify(notes)}\n`)
}

function changed(list: string, trouble: UpdateTrouble | null): string {
  if (trouble === 'list: older version') return list.replace(/^version: .*$/m, `version: ${OLDER}`)
  if (trouble === 'list: wrong digest')
    return list.replace(/sha512: \S{4}/g, (text) => `sha512: ${text.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`)
  return list
}

function fileAnswer(path: string, { headers }: IncomingMessage, trouble: UpdateTrouble | null): Answer {
  if (trouble === 'file: error') return plain(500, 'No disk.')
  const whole = trouble === 'file: none' ? null : readOr404(path)
  if (whole === null) return plain(404, 'Nothing here.')
  const bytesFrom = (first: number, last: number): Buffer => {
    const bytes = whole.subarray(first, last + 1)
    return trouble === 'file: one byte is another' ? withOtherByte(bytes) : bytes
  }
  if (headers.range === undefined) return plain(200, bytesFrom(0, whole.length - 1))
  const ranges = rangesOf(headers.range, whole.length)
  if (ranges === null) return plain(416, '')
  const parts = ranges.map((range) => ({ range, bytes: bytesFrom(range.first, range.last) }))
  return { status: 206, ranges: ranges.length, ...partialAnswer(parts, whole.length) }
}

function withOtherByte(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle)
  return copy
}

function readOr404(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

const listening = (server: ReturnType<typeof createServer>, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    )
  })
