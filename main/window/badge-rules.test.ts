import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { badgeFor } from './badge-rules'

test.each([
  ['darwin', 0, { on: 'app', count: 0 }],
  ['darwin', 12, { on: 'app', count: 12 }],
  ['linux', 3, { on: 'app', count: 3 }],
  ['win32', 0, { on: 'button', file: null }],
  ['win32', 1, { on: 'button', file: '1.png' }],
  ['win32', 9, { on: 'button', file: '9.png' }],
  ['win32', 10, { on: 'button', file: '9plus.png' }],
  ['win32', 5_000, { on: 'button', file: '9plus.png' }],
] as const)('on %s %i missed calls are %j', (platform, missed, badge) => {
  expect(badgeFor(platform, missed)).toEqual(badge)
})

it('each number has its picture', () => {
  for (let missed = 1; missed <= 11; missed += 1) {
    const badge = badgeFor('win32', missed)
    const file = badge.on === 'button' ? badge.file : null
    expect(existsSync(join(import.meta.dirname, '../../assets/badge', file ?? ''))).toBe(true)
  }
})
