// Owns a server of new versions: a folder as a plain web server gives it, byte ranges included; what it was asked for and how much it
// gave; and the troubles that such a server can be in.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { partialAnswer, rangesOf, type ByteRange, type PartialAnswer } from './byte-ranges'

/** What it does wrong, with the list of new versions or with the file of one. Half of what hangs comes, the rest when it is over. */
export type UpdateTrouble =
  | 'list: error'
  | 'list: none'
  | 'list: no yaml'
  | 'list: older version'
  | 'list: wrong digest'
  | 'list: hangs'
  | 'file: error'
  | 'file: none'
  | 'file: one byte is another'
  | 'file: cut off'
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
  /** A part of what is left of each answer that hangs. */
  readonly giveMore: () => void
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
/** Only the first half comes. */
const HALF = /: (hangs|cut off)$/
/** What is given more is this part of what is left. */
const PARTS = 20
const OLDER = '0.0.1'

export async function startUpdateServer({
  folder,
  port,
  notes = '',
}: UpdateServerOptions): Promise<UpdateServer> {
  const asked: Asked[] = []
  let trouble: UpdateTrouble | null = null
  let held: Held[] = []
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://server').pathname)
    const kind = LIST.test(name) ? 'list' : 'file'
    const problem = trouble?.startsWith(kind) === true ? trouble : null
    const answerOf = kind === 'list' ? listAnswer(notes) : fileAnswer(request)
    const answer = answerOf(join(folder, name), problem)
    // The blocks of a file, asked for as one range, come whole: so they are used, and what is asked for then fails.
    const isHalf = problem !== null && HALF.test(problem) && answer.ranges !== 1
    const given = isHalf ? answer.body.subarray(0, Math.floor(answer.body.length / 2)) : answer.body
    asked.push({ name, ranges: answer.ranges, bytes: given.length, headers: request.headers })
    begin(response, answer)
    if (!isHalf) response.end(given)
    else if (problem === 'file: cut off') response.write(given, () => response.destroy())
    else response.write(given, () => held.push({ response, left: answer.body.subarray(given.length) }))
  })
  const url = await listening(server, port)
  return {
    url,
    asked: () => asked,
    forget: () => void asked.splice(0),
    giveMore() {
      held = held.map(({ response, left }) => {
        const more = Math.floor(left.length / PARTS)
        response.write(left.subarray(0, more))
        return { response, left: left.subarray(more) }
      })
    },
    be(next) {
      trouble = next
      for (const { response, left } of held) response.end(left)
      held = []
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Held {
  readonly response: ServerResponse
  readonly left: Buffer
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

type AnswerOf = (path: string, trouble: UpdateTrouble | null) => Answer

const listAnswer =
  (notes: string): AnswerOf =>
  (path, trouble) => {
    if (trouble === 'list: error') return plain(500, 'No disk.')
    if (trouble === 'list: no yaml')
      return plain(200, '<!doctype html>\n<title>Log in: {first}</title>\n\t- [')
    const list = trouble === 'list: none' ? null : readIfThere(path)
    if (list === null) return plain(404, 'Nothing here.')
    return plain(200, `${changed(list.toString(), trouble)}releaseNotes: ${JSON.stringify(notes)}\n`)
  }

function changed(list: string, trouble: UpdateTrouble | null): string {
  if (trouble === 'list: older version') return list.replace(/^version: .*$/m, `version: ${OLDER}`)
  if (trouble === 'list: wrong digest')
    return list.replace(/sha512: \S{4}/g, (text) => `sha512: ${text.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`)
  return list
}

const fileAnswer =
  ({ headers }: IncomingMessage): AnswerOf =>
  (path, trouble) => {
    if (trouble === 'file: error') return plain(500, 'No disk.')
    const whole = trouble === 'file: none' ? null : readIfThere(path)
    if (whole === null) return plain(404, 'Nothing here.')
    const bytesOf = ({ first, last }: ByteRange, ranges: number): Buffer => {
      const bytes = whole.subarray(first, last + 1)
      return trouble === 'file: one byte is another' && ranges !== 1 ? withOtherByte(bytes) : bytes
    }
    if (headers.range === undefined) return plain(200, bytesOf({ first: 0, last: whole.length }, 0))
    const ranges = rangesOf(headers.range, whole.length)
    if (ranges === null) return plain(416, '')
    const parts = ranges.map((range) => ({ range, bytes: bytesOf(range, ranges.length) }))
    return { status: 206, ranges: ranges.length, ...partialAnswer(parts, whole.length) }
  }

function withOtherByte(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle)
  return copy
}

function readIfThere(path: string): Buffer | null {
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
