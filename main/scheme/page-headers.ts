// Owns the headers of every answer on app://: the content security policy and its companions.

// The page may speak to any server as far as this policy goes, because home and visit change while it runs;
// the request filter in main lets through only those two.
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `media-src 'self' blob: mediastream:`,
  `font-src 'self'`,
  `connect-src 'self' http: https: ws: wss:`,
  `worker-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Vite's dev server injects an inline script and inline styles; `dev` is never true in a build. */
const DEV_POLICY = POLICY.replace(`script-src 'self'`, `script-src 'self' 'unsafe-inline'`).replace(
  `style-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
)

export function pageHeaders(type: string, dev: boolean): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': dev ? DEV_POLICY : POLICY,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  }
}
