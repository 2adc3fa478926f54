import { expect, it } from 'vitest'
import { nextIdentityStep } from './identity-rules'

it.each([
  ['none', 'not-asked', { do: 'ask-keyring' }],
  ['none', 'working', { do: 'create', keep: 'keyring' }],
  ['none', 'absent', { do: 'create', keep: 'file' }],
  ['none', 'locked', { do: 'wait-for-keyring' }],
  ['in-keyring', 'not-asked', { do: 'unseal' }],
  ['in-keyring', 'working', { do: 'unseal' }],
  ['in-keyring', 'absent', { do: 'unseal' }],
  ['in-keyring', 'locked', { do: 'unseal' }],
  ['in-file', 'not-asked', { do: 'use-file' }],
  ['in-file', 'working', { do: 'move-into-keyring' }],
  ['in-file', 'absent', { do: 'use-file' }],
  ['in-file', 'locked', { do: 'use-file' }],
  ['unreadable', 'not-asked', { do: 'report-unreadable' }],
  ['unreadable', 'working', { do: 'report-unreadable' }],
  ['unreadable', 'absent', { do: 'report-unreadable' }],
  ['unreadable', 'locked', { do: 'report-unreadable' }],
] as const)('a key stored %s, the keyring %s: %j', (stored, keyring, step) => {
  expect(nextIdentityStep(stored, keyring)).toEqual(step)
})
