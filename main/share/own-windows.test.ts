import { expect, it } from 'vitest'
import { isOwnWindow } from './own-windows'

it.each([
  ['another program’s', 'window:71:0', ['window:9:1'], false],
  ['ours', 'window:9:1', ['window:9:1'], true],
  ['ours, that nobody named yet', 'window:12:1', [], true],
  ['ours under another suffix', 'window:9:0', ['window:9:1'], true],
  ['one whose number begins like ours', 'window:91:0', ['window:9:1'], false],
  ['another Parley’s', 'window:40:0', ['window:9:1'], false],
  ['a screen', 'screen:9:1', ['window:9:1'], false],
])('%s: %s', (_name, id, own, expected) => {
  expect(isOwnWindow(id, own)).toBe(expected)
})
