// Owns the app:// scheme: registers it and answers its requests from the built renderer (or, in dev, from Vite).
import { readFile } from 'node:fs/promises'
import { net, protocol } from 'electron'
import { kindOfError, type Log } from '../log/log'
import { APP_SCHEME, isAppUrl, parsedUrl } from './app-origin'
import { findPageFile } from './find-page-file'
import { pageHeaders } from './page-headers'

/** Before `ready`. `secure` is what gives the page mediaDevices and crypto.subtle. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

const refusal = (status: number): Response =>
  new Response(null, { status, headers: pageHeaders('text/plain', false) })

/** `devServer`: where Vite serves the renderer while we develop, null in a build. */
export function serveApp(root: string, devServer: string | null, log: Log): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    if (devServer !== null) return fromDevServer(request.url, devServer)
    const file = findPageFile(root, request.url)
    if (!file) return refusal(404)
    try {
      const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file.path))
      return new Response(body, { headers: pageHeaders(file.type, false) })
    } catch (error) {
      log.info('page file not served', { why: kindOfError(error) })
      return refusal(404)
    }
  })
}

async function fromDevServer(requested: string, devServer: string): Promise<Response> {
  const url = isAppUrl(requested) ? parsedUrl(requested) : null
  if (!url) return refusal(404)
  const answer = await net.fetch(new URL(url.pathname + url.search, devServer).href)
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  return new Response(answer.body, { status: answer.status, headers: pageHeaders(type, true) })
}
