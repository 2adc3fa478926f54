import { expect, it } from 'vitest'
import { builderConfig } from './builder-config.mjs'

const publishWith = (url: string) =>
  builderConfig({
    ...{ system: 'linux', group: 'appimage', version: '1.2.3', output: 'out', testMain: null },
    electron: { version: '45.0.0', dist: null, isTest: false },
    env: { PARLEY_UPDATE_URL: url },
  }).publish

it.each(['https://updates.example/parley/', 'http://127.0.0.1:8080/', 'http://localhost:8080/'])(
  'new versions may come from %s',
  (url) => {
    expect(publishWith(url)).toEqual([{ provider: 'generic', url }])
  },
)

it('without a place to ask there are none', () => {
  expect(publishWith('')).toBeNull()
})

it.each([
  'http://updates.example/',
  'http://127.0.0.1.example/',
  'ftp://updates.example/',
  'updates.example',
])('not from %s, where whoever is on the way writes both the program and its checksum', (url) => {
  expect(() => publishWith(url)).toThrow('PARLEY_UPDATE_URL')
})
