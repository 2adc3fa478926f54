import { expect, it } from 'vitest'
import { checkVisit } from './visit-rules'

const LOOPBACK = 'http://127.0.0.1:9000/'
const PRIVATE = 'http://192.168.1.20:9000/'
const PUBLIC = 'https://call.example.org/'

it.each([
  [LOOPBACK, null, LOOPBACK],
  [PRIVATE, null, PRIVATE],
  ['call.example.org', null, PUBLIC],
  [LOOPBACK, LOOPBACK, LOOPBACK],
  [PRIVATE, LOOPBACK, PRIVATE],
  [PRIVATE, PRIVATE, PRIVATE],
  [PUBLIC, PUBLIC, PUBLIC],
  [PUBLIC, LOOPBACK, PUBLIC],
])('%s brought by %s may be visited', (server, via, base) => {
  expect(checkVisit(server, via)).toEqual({ ok: true, value: base })
})

it.each([
  [LOOPBACK, PRIVATE, 'visit-closer-than-source'],
  [LOOPBACK, PUBLIC, 'visit-closer-than-source'],
  [PRIVATE, PUBLIC, 'visit-closer-than-source'],
  ['http://[::1]:9000/', PUBLIC, 'visit-closer-than-source'],
  ['http://[::ffff:127.0.0.1]:9000/', PUBLIC, 'visit-closer-than-source'],
  ['http://0.0.0.0:9000/', PUBLIC, 'visit-closer-than-source'],
  ['http://localhost:9000/', PRIVATE, 'visit-closer-than-source'],
  ['http://printer.local/', PUBLIC, 'visit-closer-than-source'],
  [PUBLIC, 'garbage://', 'visit-not-allowed'],
  ['ftp://call.example.org/', null, 'bad-input'],
  ['https://user:pass@call.example.org/', null, 'bad-input'],
  ['', null, 'bad-input'],
])('%s brought by %s is refused: %s', (server, via, code) => {
  expect(checkVisit(server, via)).toMatchObject({ ok: false, code })
})
