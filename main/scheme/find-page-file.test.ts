import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPageFile } from './find-page-file'

const ROOT = join('/srv', 'renderer')

describe('a request on app://', () => {
  it.each([
    ['app://parley/', 'index.html', 'text/html; charset=utf-8'],
    ['app://parley/index.html?call#x', 'index.html', 'text/html; charset=utf-8'],
    ['app://parley/assets/index-1a2b.js', join('assets', 'index-1a2b.js'), 'text/javascript; charset=utf-8'],
    ['app://parley/assets/Inter%20var.woff2', join('assets', 'Inter var.woff2'), 'font/woff2'],
  ])('%s is a file', (url, path, type) => {
    expect(findPageFile(ROOT, url)).toEqual({ path: join(ROOT, path), type })
  })

  it.each([
    'app://parley/..%2f..%2fetc%2fpasswd.html',
    'app://parley/%2e%2e%2fmain%2findex.html',
    'app://parley/..%5c..%5csecret.html',
    'app://parley/a%00.html',
    'app://parley/%',
    'app://parley/index',
    'app://parley/program.exe',
    'app://elsewhere/index.html',
    'file:///etc/passwd.html',
    'not a url',
  ])('%s is none', (url) => {
    expect(findPageFile(ROOT, url)).toBeNull()
  })

  it('never leaves the folder, however the path is written', () => {
    for (const up of ['..', '%2e%2e', '.%2e', '%2E.']) {
      for (const slash of ['/', '%2f', '%2F']) {
        const found = findPageFile(ROOT, `app://parley/${[up, up, up, 'x.html'].join(slash)}`)
        expect(found === null || found.path.startsWith(`${ROOT}/`)).toBe(true)
      }
    }
  })
})
