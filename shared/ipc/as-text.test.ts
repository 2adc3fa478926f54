import { expect, it } from 'vitest'
import { EMPTY_HISTORY } from '../model/call-record'
import { NO_CONTACTS } from '../model/contact'
import { DEFAULT_SETTINGS } from '../model/settings'
import { fromWire, toWire } from './as-text'

it.each([
  ['history.read', EMPTY_HISTORY],
  ['history.changed', EMPTY_HISTORY],
  ['contacts.read', NO_CONTACTS],
  ['contacts.changed', NO_CONTACTS],
] as const)('%s crosses as text and arrives as it was', (name, document) => {
  expect(toWire(name, document)).toBeTypeOf('string')
  expect(fromWire(name, toWire(name, document))).toEqual(document)
})

it.each([
  ['settings.read', DEFAULT_SETTINGS],
  ['media.access', 'granted'],
  ['window.inCall', undefined],
] as const)('%s crosses as it is', (name, value) => {
  expect(toWire(name, value)).toBe(value)
  expect(fromWire(name, value)).toBe(value)
})
