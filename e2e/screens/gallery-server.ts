// Owns serving the built gallery under the policy that a guest's page gets, so that a screen which breaks it fails.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join, resolve, extname, normalize } from 'node:path'
import { ensureGalleryBuilt } from '../../build/setup/app-build.mjs'
import { pageHeaders } from '../../server/page-headers'

const ROOT = resolve(import.meta.dirname, '../..')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface GalleryServer {
  /** Without a page's name. */
  readonly url: string
  readonly stop: () => Promise<void>
}

export async function serveGallery(): Promise<GalleryServer> {
  await ensureGalleryBuilt()
  const folder = join(ROOT, 'out/gallery')
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://gallery/').pathname)
    void readFile(join(folder, path)).then(
      (content) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream'
        response.writeHead(200, { ...pageHeaders(undefined, []), 'Content-Type': type }).end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port')
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
