import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import type { HomeServer } from '../../shared/model/reach'
import { createConnectionStore } from '../features/connection/connection-store'
import { isRelayOnly, linkToTell } from './relay-wishes'

const read = (relayOnly: boolean) => ({ loaded: true, settings: { ...DEFAULT_SETTINGS, relayOnly } })
const people = { loaded: true }

describe('a call goes through a relay alone', () => {
  it.each([
    ['by the setting', true, null, true],
    ['by the setting, also with a contact who doesn’t ask for it', true, { relayOnly: false }, true],
    ['by the contact', false, { relayOnly: true }, true],
    ['not by itself', false, null, false],
    ['not with a contact without the word', false, {}, false],
  ])('%s', (_, setting, contact, expected) => {
    expect(isRelayOnly({ settings: read(setting), people, contact })).toBe(expected)
  })

  it('while what the user wants isn’t read yet', () => {
    expect(isRelayOnly({ settings: { ...read(false), loaded: false }, people, contact: null })).toBe(true)
    expect(isRelayOnly({ settings: read(false), people: { loaded: false }, contact: null })).toBe(true)
  })
})

describe('our own link, in a call through a relay alone', () => {
  const at = (embedded: boolean) => {
    const home: HomeServer = {
      ...{ status: 'ready', dial: 'http://127.0.0.1:9400/', advertised: 'http://192.168.1.7:9400/' },
      ...{ embedded, oldLinksBreak: false },
    }
    const mode = embedded ? 'this-network' : 'anywhere'
    return {
      ...createConnectionStore().getState(),
      appLink: 'parley://call/x',
      reach: { mode, home },
    } as const
  }

  it('isn’t told where it names this computer', () => {
    expect(linkToTell(at(true), true)).toBe('')
    expect(linkToTell(at(true), false)).toBe('parley://call/x')
  })

  it('is told where it names a server elsewhere', () => {
    expect(linkToTell(at(false), true)).toBe('parley://call/x')
  })

  it('is empty while there is none', () => {
    expect(linkToTell({ ...at(false), appLink: null }, false)).toBe('')
  })
})
