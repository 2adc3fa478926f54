import { expect, it } from 'vitest'
import { createReachableOrigins } from './reachable-origins'

const HOME = 'http://127.0.0.1:9000/'
const PUBLIC = 'https://call.example.org/'

it('knows nobody at first', () => {
  expect(createReachableOrigins().has('http://127.0.0.1:9000')).toBe(false)
})

it('follows home, and forgets the old one', () => {
  const origins = createReachableOrigins()
  origins.setHome(HOME)
  expect(origins.has('http://127.0.0.1:9000')).toBe(true)
  origins.setHome(PUBLIC)
  expect(origins.has('http://127.0.0.1:9000')).toBe(false)
  expect(origins.has('https://call.example.org:443')).toBe(true)
  origins.setHome(null)
  expect(origins.has('https://call.example.org:443')).toBe(false)
})

it('opens a visit until it is closed, under whatever spelling', () => {
  const origins = createReachableOrigins()
  expect(origins.openVisit('call.example.org', null).ok).toBe(true)
  expect(origins.has('https://call.example.org:443')).toBe(true)
  origins.closeVisit('HTTPS://call.example.org')
  expect(origins.has('https://call.example.org:443')).toBe(false)
})

it('keeps home when a visit to it under the same address ends', () => {
  const origins = createReachableOrigins()
  origins.setHome(HOME)
  origins.openVisit(HOME, null)
  origins.closeVisit(HOME)
  expect(origins.has('http://127.0.0.1:9000')).toBe(true)
})

it('refuses a visit closer than the server that brought its link', () => {
  const origins = createReachableOrigins()
  expect(origins.openVisit(HOME, PUBLIC)).toMatchObject({ ok: false, code: 'visit-closer-than-source' })
  expect(origins.has('http://127.0.0.1:9000')).toBe(false)
})

it('holds four visits, and the same one only once', () => {
  const origins = createReachableOrigins()
  for (const n of [1, 2, 3, 4, 4]) expect(origins.openVisit(`https://s${n}.example.org`, null).ok).toBe(true)
  expect(origins.openVisit('https://s5.example.org', null)).toMatchObject({
    ok: false,
    code: 'limit-reached',
  })
  origins.closeAllVisits()
  expect(origins.openVisit('https://s5.example.org', null).ok).toBe(true)
})
