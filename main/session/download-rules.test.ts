import { expect, it } from 'vitest'
import { mayDownload } from './download-rules'

it.each([
  ['blob:app://parley/0f0e-1', null, true],
  ['app://parley/index.html', null, false],
  ['blob:app://parley.evil.org/1', null, false],
  ['blob:https://evil.org/1', null, false],
  ['https://evil.org/app://parley/', null, false],
  ['data:text/plain,x', null, false],
  ['file:///etc/passwd', null, false],
  ['blob:http://localhost:5173/1', null, false],
  ['blob:http://localhost:5173/1', 'http://localhost:5173', true],
  ['blob:http://localhost:51730/1', 'http://localhost:5173', false],
])('%s (developing at %s): %s', (url, devServer, may) => {
  expect(mayDownload(url, devServer)).toBe(may)
})
