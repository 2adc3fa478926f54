import { describe, expect, it } from 'vitest'
import { mayRequest, mayRequestInDev, originKey } from './request-rules'

const reachable = new Set(['http://127.0.0.1:9000', 'https://call.example.org:443'])
const may = (url: string, resourceType = 'xhr'): boolean => mayRequest({ url, resourceType }, reachable)

describe('a request', () => {
  it.each([
    'app://parley/assets/index.js',
    'data:image/png;base64,AAAA',
    'blob:app://parley/1b2c',
    'http://127.0.0.1:9000/challenge',
    'ws://127.0.0.1:9000/peerjs?id=x',
    'https://call.example.org/session',
    'https://call.example.org:443/session',
    'wss://call.example.org/peerjs',
  ])('to %s passes', (url) => {
    expect(may(url)).toBe(true)
  })

  it.each([
    'http://127.0.0.1:9001/',
    'https://127.0.0.1:9000/',
    'wss://127.0.0.1:9000/',
    'http://localhost:9000/',
    'http://call.example.org/',
    'https://call.example.org.evil.org/',
    'https://call.example.org@evil.org/',
    'https://call.example.org:8443/',
    'app://other/index.html',
    'blob:https://evil.org/1',
    'file:///etc/passwd',
    'ftp://127.0.0.1:9000/',
    'devtools://devtools/',
    'nonsense',
  ])('to %s is blocked', (url) => {
    expect(may(url)).toBe(false)
  })

  it.each(['mainFrame', 'subFrame', 'script', 'stylesheet', 'image', 'object'])(
    'for a %s of a known server is blocked: servers give data only',
    (resourceType) => {
      expect(may('http://127.0.0.1:9000/x', resourceType)).toBe(false)
    },
  )
})

it('lets Vite and the developer tools through while we develop', () => {
  const dev = (url: string): boolean =>
    mayRequestInDev({ url, resourceType: 'script' }, 'http://localhost:5173')
  expect(dev('http://localhost:5173/@vite/client')).toBe(true)
  expect(dev('ws://localhost:5173/')).toBe(true)
  expect(dev('devtools://devtools/bundled/x.js')).toBe(true)
  expect(dev('http://localhost:5174/')).toBe(false)
  expect(mayRequestInDev({ url: 'http://localhost:5173/', resourceType: 'script' }, null)).toBe(false)
})

it('names the origin of a page and of its socket alike', () => {
  expect(originKey('ws://h:1/a')).toBe(originKey('http://h:1/b'))
  expect(originKey('wss://h/a')).toBe(originKey('https://h:443/b'))
  expect(originKey('mailto:x')).toBeNull()
})
