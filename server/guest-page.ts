// Owns serving the built renderer to browsers: files from one folder, with the headers that keep them apart from others.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import express, { type RequestHandler } from 'express'
import type { BaseUrl } from '../shared/link/base-url'
import { PAGE_FILE_HEADERS, pageHeaders } from './page-headers'

export const hasGuestPage = (folder: string | null): folder is string =>
  folder !== null && existsSync(join(folder, 'index.html'))

/** Vite puts a hash of the content into the names of everything under assets/, and of nothing else. */
const HASHED_FOLDER = 'assets'

export function guestPage(folder: string, names: () => readonly BaseUrl[]): readonly RequestHandler[] {
  const files = express.static(folder, {
    index: 'index.html',
    dotfiles: 'ignore',
    redirect: false,
    setHeaders(response, path) {
      const hashed = basename(dirname(path)) === HASHED_FOLDER
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      for (const [name, value] of Object.entries(PAGE_FILE_HEADERS)) response.setHeader(name, value)
    },
  })
  const headers: RequestHandler = (request, response, next) => {
    response.set(pageHeaders(request.headers.host, names()))
    next()
  }
  return [headers, files]
}
