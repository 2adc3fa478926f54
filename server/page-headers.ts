// Owns what a browser is told about the guest page: where its parts may come from and what it may use.
import type { BaseUrl } from '../shared/link/base-url'

const FIXED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob: mediastream:",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/**
 * `host` is the request's Host header: it only picks one of the names that this server answers to, and never gets into
 * the policy itself. Chromium counts ws: as 'self' by now; the older ones don't.
 */
export function pageHeaders(
  host: string | undefined,
  names: readonly BaseUrl[],
): Readonly<Record<string, string>> {
  const name = names.map((base) => new URL(base)).find((url) => url.host === host)
  const socket = name ? ` ${name.protocol === 'https:' ? 'wss:' : 'ws:'}//${name.host}` : ''
  return {
    'Content-Security-Policy': `${FIXED_POLICY}; connect-src 'self'${socket}`,
    'Permissions-Policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}

/** On every answer, the page's and the service's. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** Only for the page's own files: the app, another origin, reads the service's answers. */
export const PAGE_FILE_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Resource-Policy': 'same-origin',
}
