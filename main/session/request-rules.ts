// Owns which requests of a page leave the app: our own scheme, and the origins of home and visit.
import { isAppUrl, parsedUrl } from '../scheme/app-origin'

/** `http://host:port` or `https://host:port`, also for the WebSocket of the same host; null for other schemes. */
export function originKey(text: string): string | null {
  const url = parsedUrl(text)
  if (!url) return null
  if (url.protocol === 'http:' || url.protocol === 'ws:') return `http://${hostAndPort(url, '80')}`
  if (url.protocol === 'https:' || url.protocol === 'wss:') return `https://${hostAndPort(url, '443')}`
  return null
}

function hostAndPort(url: URL, standardPort: string): string {
  return `${url.hostname}:${url.port || standardPort}`
}

export type AskedRequest = { readonly url: string; readonly resourceType: string }

/** What a page may fetch from a server: data, never scripts, pages, pictures or frames. */
const DATA: ReadonlySet<string> = new Set(['xhr', 'webSocket', 'other'])

export interface Reachable {
  has(origin: string): boolean
}

export function mayRequest(asked: AskedRequest, reachable: Reachable): boolean {
  if (isAppUrl(asked.url)) return true
  // Never leave the process: pictures that a style or the page itself made.
  if (asked.url.startsWith('data:') || asked.url.startsWith('blob:app://parley/')) return true
  const origin = originKey(asked.url)
  return origin !== null && DATA.has(asked.resourceType) && reachable.has(origin)
}

/** While we develop: Vite for everything, and the developer tools' own pages. */
export function mayRequestInDev(asked: AskedRequest, devServer: string | null): boolean {
  if (asked.url.startsWith('devtools:')) return true
  return devServer !== null && originKey(asked.url) === originKey(devServer)
}
