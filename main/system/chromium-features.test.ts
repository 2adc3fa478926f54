import { expect, it } from 'vitest'
import { disableFeatures } from './chromium-features'

function disabledAfter(before: string, features: readonly string[]): string {
  let value = before
  const commandLine = {
    getSwitchValue: () => value,
    appendSwitch: (_name: string, next: string) => void (value = next),
  }
  disableFeatures(commandLine, features)
  return value
}

it.each([
  ['', [], ''],
  ['A', [], 'A'],
  ['', ['B', 'C'], 'B,C'],
  ['A,B', ['B', 'C'], 'A,B,C'],
] as const)('with "%s" switched off, switching off %j leaves "%s" off', (before, features, expected) => {
  expect(disabledAfter(before, features)).toBe(expected)
})
