import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, OFFERED_STUN, PUBLIC_CLOUD } from '../../../shared/model/settings'
import { checkReach, draftOf, stunHost, type ReachDraft } from './reach-draft'

const draft: ReachDraft = { mode: 'anywhere', address: '', cloud: false, stun: true, joinCode: '' }

test('nothing is chosen beforehand', () => {
  expect(draftOf(DEFAULT_SETTINGS).mode).toBe('unset')
  expect(checkReach(draftOf(DEFAULT_SETTINGS), [])).toMatchObject({ ok: false, at: 'mode' })
})

test.each(['this-computer', 'this-network'] as const)('%s needs nothing else', (mode) => {
  expect(checkReach({ ...draft, mode }, [])).toEqual({
    ...{ ok: true, choice: { mode }, stunServers: null, joinCode: null },
  })
})

test.each([
  ['call.example.org', 'https://call.example.org/'],
  ['http://10.0.0.5:9000', 'http://10.0.0.5:9000/'],
])('the address %s is taken as a base URL', (address, server) => {
  expect(checkReach({ ...draft, address }, [])).toMatchObject({ choice: { mode: 'anywhere', server } })
})

test.each(['', 'ftp://call.example.org', 'https://me:secret@call.example.org'])(
  'the address "%s" is explained',
  (address) => {
    expect(checkReach({ ...draft, address }, [])).toMatchObject({ ok: false, at: 'address' })
  },
)

test('the public cloud brings the offered STUN server only where wanted', () => {
  const cloud = { ...draft, cloud: true }
  expect(checkReach(cloud, [])).toMatchObject({
    choice: { server: PUBLIC_CLOUD },
    stunServers: [OFFERED_STUN],
  })
  expect(checkReach({ ...cloud, stun: false }, [])).toMatchObject({ stunServers: null })
  expect(checkReach({ ...cloud, stun: false }, [OFFERED_STUN, 'stun:own'])).toMatchObject({
    stunServers: ['stun:own'],
  })
})

test('what is in force comes back as a draft', () => {
  const inForce = draftOf({ ...DEFAULT_SETTINGS, reach: { mode: 'anywhere', server: PUBLIC_CLOUD, port: 0 } })
  expect(inForce).toMatchObject({ mode: 'anywhere', address: '', cloud: true, stun: false })
})

test('a STUN server is called by its host', () => {
  expect(stunHost(OFFERED_STUN)).toBe('stun.l.google.com')
})

test.each([
  ['', null],
  ['   ', null],
  ['  a garden of forking paths ', 'a garden of forking paths'],
])('the join code %j is kept as %j', (joinCode, kept) => {
  expect(checkReach({ ...draft, address: 'call.example.org', joinCode }, [])).toMatchObject({
    joinCode: kept,
  })
})

test('a join code that can be none is explained, and one for the public cloud is not sent there', () => {
  const typed = { ...draft, address: 'call.example.org', joinCode: 'short' }
  expect(checkReach(typed, [])).toMatchObject({ ok: false, at: 'joinCode' })
  expect(checkReach({ ...typed, cloud: true }, [])).toMatchObject({ joinCode: null })
})
