// Owns the way from an app:// URL to a file of the built renderer and its type. Nothing outside that folder is named.
import { extname, isAbsolute, join, relative } from 'node:path'
import { isAppUrl, parsedUrl } from './app-origin'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
}

export type PageFile = { readonly path: string; readonly type: string }

function decodedPath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null // a stray per cent sign
  }
}

/** null for another origin, a path outside `root`, or a type that we don't ship. */
export function findPageFile(root: string, requested: string): PageFile | null {
  const url = isAppUrl(requested) ? parsedUrl(requested) : null
  const path = url && decodedPath(url.pathname)
  // A backslash separates folders on Windows, a NUL ends a name in C.
  if (!path || /[\\\0]/.test(path)) return null
  const file = join(root, path === '/' ? 'index.html' : path)
  const inside = relative(root, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
  const type = TYPES[extname(file).toLowerCase()]
  return type === undefined ? null : { path: file, type }
}
