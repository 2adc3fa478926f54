import { expect, it } from 'vitest'
import { BUDGET_BYTES, wrongInArchive, wrongInManifest } from './check-archive.mjs'

const GOOD = [
  'package.json',
  'out/main/index.cjs',
  'out/main/embedded-server.cjs',
  'out/main/chunks/lib-DrkVogdM.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/index-B2x_.js',
  'assets/tray/idle-black@2x.png',
].map((path) => ({ path, bytes: 10 }))
const inTest = { isTest: true }
const shipped = { isTest: false }

it('lets what the app is made of pass', () => {
  expect(wrongInArchive(GOOD, shipped)).toEqual([])
})

it.each([
  'main/main.ts',
  'out/renderer/assets/index.js.map',
  'out/main/index.test.cjs.ts',
  'out/server/server.cjs',
  'out/renderer/chunks.json',
  'node_modules/react/index.js',
  'node_modules/electron-builder/index.js',
  'e2e/runtime/compat.cjs',
  'build/dist.mjs',
  '.env',
])('finds %s in the archive', (path) => {
  expect(wrongInArchive([...GOOD, { path, bytes: 1 }], shipped)).toEqual([
    `${path} has no place in the archive`,
  ])
})

it('lets the bridge into test packages only', () => {
  const bridge = { path: 'test-runtime/main.cjs', bytes: 2 * BUDGET_BYTES }
  expect(wrongInArchive([...GOOD, bridge], inTest)).toEqual([])
  expect(wrongInArchive([...GOOD, bridge], shipped)).toHaveLength(2)
})

it('finds what is missing, and what is too much', () => {
  expect(wrongInArchive(GOOD.slice(1), shipped)).toEqual(['package.json is missing in the archive'])
  const large = { path: 'out/renderer/assets/video.js', bytes: BUDGET_BYTES }
  expect(wrongInArchive([...GOOD, large], shipped)).toHaveLength(1)
})

it('reads the manifest', () => {
  const manifest = { version: '1.0.0', productName: 'Parley', main: 'out/main/index.cjs' }
  expect(wrongInManifest(manifest, { version: '1.0.0', isTest: false })).toEqual([])
  expect(wrongInManifest({ ...manifest, scripts: {} }, { version: '1.0.1', isTest: true })).toHaveLength(3)
})
