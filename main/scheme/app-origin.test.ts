import { expect, it } from 'vitest'
import { isAppUrl } from './app-origin'

it.each([
  ['app://parley/', true],
  ['app://parley', true],
  ['app://parley/index.html?x#y', true],
  ['app://parley:80/', false],
  ['app://other/', false],
  ['app://parley.evil/', false],
  ['https://parley/', false],
  ['app:parley', false],
  ['file:///index.html', false],
  ['null', false],
  ['', false],
])('%s is ours: %s', (url, ours) => {
  expect(isAppUrl(url)).toBe(ours)
})
