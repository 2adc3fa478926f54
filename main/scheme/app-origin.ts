// Owns our own origin: the scheme and host of every page of the app, and the test for them.

export const APP_SCHEME = 'app'
const APP_HOST = 'parley'
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`
export const BAR_PAGE = `${APP_SCHEME}://${APP_HOST}/sharebar.html`
export const RING_PAGE = `${APP_SCHEME}://${APP_HOST}/ringwindow.html`

export function parsedUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null // the constructor's only way to say "not a URL"
  }
}

/**
 * Compares protocol and host, never text: Electron gives the origin now as `app://parley/`, now as the page's whole
 * URL, and Node's `origin` of any such URL is the string "null".
 */
export function isAppUrl(text: string): boolean {
  const url = parsedUrl(text)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}
