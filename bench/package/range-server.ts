// Owns a server of one file that counts what it sends: whole, or the ranges that are asked for, several in one answer too.
import { openSync, closeSync, readSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RangeServer {
  readonly url: URL
  /** So far, without headers. */
  readonly sentBytes: () => number
  readonly stop: () => void
}

type Range = readonly [first: number, last: number]

const BOUNDARY = 'parley-range'

export async function serveRanges(file: string): Promise<RangeServer> {
  const { size } = statSync(file)
  let sent = 0
  const server = createServer((request, response) => {
    const ranges = rangesOf(request.headers.range, size)
    const [first] = ranges
    const many = ranges.length > 1
    const body = many ? multipart(file, ranges, size) : read(file, first ?? [0, size - 1])
    sent += body.byteLength
    const type = many ? `multipart/byteranges; boundary=${BOUNDARY}` : 'application/octet-stream'
    const place = !many && first ? { 'content-range': `bytes ${first.join('-')}/${String(size)}` } : {}
    response.writeHead(first ? 206 : 200, {
      ...{ 'content-type': type, 'content-length': body.byteLength, 'accept-ranges': 'bytes', ...place },
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${String(port)}/next.AppImage`),
    sentBytes: () => sent,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** None: the whole file. */
function rangesOf(header: string | undefined, size: number): readonly Range[] {
  return (header?.replace('bytes=', '').split(',') ?? []).map((range): Range => {
    const [first = '', last = ''] = range.trim().split('-')
    return [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  })
}

function multipart(file: string, ranges: readonly Range[], size: number): Buffer {
  const parts = ranges.flatMap((range) => [
    Buffer.from(
      `\r\n--${BOUNDARY}\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes ${range.join('-')}/${String(size)}\r\n\r\n`,
    ),
    read(file, range),
  ])
  return Buffer.concat([...parts, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
}

function read(file: string, [first, last]: Range): Buffer {
  const bytes = Buffer.alloc(last - first + 1)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, bytes, 0, bytes.byteLength, first)
  closeSync(descriptor)
  return bytes
}
