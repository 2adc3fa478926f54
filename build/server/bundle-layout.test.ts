import { expect, it } from 'vitest'
import { BUDGET_BYTES, wrongInBundle } from './bundle-layout.mjs'

const PATHS = [
  ...['package.json', 'README.md', 'GUIDE.md', 'LICENSE', 'LICENCES.txt', 'Dockerfile'],
  ...['examples/server.json', 'examples/parley-server.service', 'examples/Caddyfile'],
  ...['examples/nginx.conf', 'examples/turnserver.conf', 'server/server.cjs', 'renderer/index.html'],
  ...['renderer/icon.svg', 'renderer/licences/Inter-OFL.txt', 'renderer/assets/index-CKmZu11O.js'],
]
const entries = (...paths: string[]) => paths.map((path) => ({ path, size: 1 }))

it('is right with the server, the page, what is read and what is copied', () => {
  expect(wrongInBundle(entries(...PATHS))).toEqual([])
})

it.each([
  'server/main.ts',
  'server/server.cjs.map',
  'server/main.test.ts',
  'renderer/chunks.json',
  'renderer/ringwindow.html',
  'renderer/assets/index.js.map',
  'node_modules/ws/index.js',
  'examples/other.conf',
])('has no place for %s', (path) => {
  expect(wrongInBundle(entries(...PATHS, path))).toEqual([`${path} has no place in the packed server`])
})

it('says what is missing, and what is too large', () => {
  expect(wrongInBundle(entries(...PATHS.filter((path) => path !== 'LICENCES.txt')))).toEqual([
    'LICENCES.txt is missing in the packed server',
  ])
  const large = PATHS.map((path) => ({ path, size: path === 'server/server.cjs' ? BUDGET_BYTES : 1 }))
  expect(wrongInBundle(large)).toEqual([expect.stringContaining('more than')])
})
