import { expect, test } from 'vitest'
import { documentWords, waitingWords } from './banner-words'
import type { ConnectionState } from './connection-store'
import { linkWords } from './link-words'
import { statusWords } from './status-words'

const ready = (dial: string, embedded: boolean): ConnectionState['reach'] => ({
  mode: embedded ? 'this-network' : 'anywhere',
  home: { status: 'ready', dial, advertised: dial, embedded, oldLinksBreak: false },
})
const connection: ConnectionState = {
  reach: ready('https://call.oak-lane.example/', false),
  home: { status: 'open' },
  serverKind: 'own',
  appLink: `parley://call/${'7'.repeat(32)}?server=https%3A%2F%2Fcall.oak-lane.example%2F`,
  webLink: null,
  webLinkMissing: null,
}

test.each<[string, Partial<ConnectionState>, ReturnType<typeof statusWords>]>([
  ['open on a server', {}, { dot: '', words: 'Ready on call.oak-lane.example' }],
  [
    'open on its own',
    { reach: ready('http://127.0.0.1:1/', true) },
    { dot: '', words: 'Ready, server in this app' },
  ],
  ['connecting', { home: { status: 'connecting', failed: null } }, { dot: 'warning', words: 'Connecting' }],
  [
    'waiting',
    { home: { status: 'waiting', code: 'server-unreachable', retryAtMs: 1 } },
    { dot: 'danger', words: 'Nobody can ring you' },
  ],
  ['off', { home: { status: 'off' } }, { dot: 'off', words: 'Not reachable' }],
])('the status when %s', (_case, change, status) => {
  expect(statusWords({ ...connection, ...change }, 'ready')).toEqual(status)
})

test('with a locked keyring nobody can ring', () => {
  expect(statusWords(connection, 'locked')).toEqual({ dot: 'danger', words: 'Nobody can ring you' })
})

test('the link is shown short, with from where it reaches', () => {
  const words = linkWords(connection, false)
  expect(words.shortLink).toBe('parley://call/77777777…77777777')
  expect(words.reach).toBe('Reachable from: anywhere')
  expect(words.noWebLink).toBeNull()
})

test.each([
  ['not-served', /no page for browsers/],
  ['not-secure', /plain http/],
] as const)('why there is no web link: %s', (webLinkMissing, sentence) => {
  expect(linkWords({ ...connection, webLinkMissing }, false).noWebLink).toMatch(sentence)
})

test('a silent server is named, one that refuses is quoted', () => {
  expect(waitingWords('server-unreachable', 'call.example.org')).toContain("call.example.org doesn't answer")
  expect(waitingWords('server-full', 'call.example.org')).toContain('The server is full')
})

test.each([
  ['last-good-used', /last good copy/],
  ['defaults-used', /start afresh/],
  ['not-saved', /disk is full/],
] as const)('what became of a document: %s', (outcome, sentence) => {
  expect(documentWords({ document: 'contacts', outcome, code: 'disk-full' })).toMatch(sentence)
})
