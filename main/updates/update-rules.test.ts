import { expect, it } from 'vitest'
import { MAX_NOTES_CHARS, updateStateSchema, type UpdateState } from '../../shared/model/update'
import { afterNews, foundOf, problemOf } from './update-rules'
import type { UpdaterNews } from './updater-kind'

const FOUND = { version: '0.2.0', notes: 'New' }
const checking: UpdateState = { is: 'checking' }
const loading: UpdateState = { is: 'loading', version: '0.2.0', part: 0.5 }
const ready: UpdateState = { is: 'ready', ...FOUND }
const lost = { is: 'failed', error: new Error('net::ERR_INTERNET_DISCONNECTED') } as const

it.each<[UpdateState, UpdaterNews, UpdateState]>([
  [checking, { is: 'none' }, { is: 'none', asked: true }],
  [checking, { is: 'found', version: '0.2.0', notes: null }, { is: 'loading', version: '0.2.0', part: 0 }],
  [loading, { is: 'progress', part: 0.75 }, { is: 'loading', version: '0.2.0', part: 0.75 }],
  [loading, { is: 'progress', part: Number.NaN }, { is: 'loading', version: '0.2.0', part: 0 }],
  [loading, { is: 'progress', part: 1.5 }, { is: 'loading', version: '0.2.0', part: 0 }],
  [checking, { is: 'progress', part: 0.75 }, checking],
  [loading, { is: 'loaded' }, ready],
  [loading, lost, { is: 'failed', problem: 'unreachable', version: '0.2.0' }],
  // What is here stays here.
  [ready, lost, ready],
  [ready, { is: 'found', version: '0.3.0', notes: null }, ready],
  [{ is: 'replaced', version: '0.2.0' }, { is: 'none' }, { is: 'replaced', version: '0.2.0' }],
  [{ is: 'off', why: 'portable' }, { is: 'none' }, { is: 'off', why: 'portable' }],
])('%j after %j', (state, news, next) => {
  expect(afterNews(state, FOUND, news)).toEqual(next)
})

it('a check that failed names no version', () => {
  expect(afterNews(checking, null, lost)).toEqual({ is: 'failed', problem: 'unreachable', version: null })
})

it.each<[unknown, string]>([
  ['<p>Sound is <b>back</b></p>', 'Sound is back'],
  [
    [
      { version: '1', note: 'one' },
      { version: '2', note: 'two' },
      { version: '3', note: null },
    ],
    'one\ntwo',
  ],
  ['a\r\nb', 'a\nb'],
  ['turned \u202e around', 'turned around'],
  [null, ''],
  [{ note: 7 }, ''],
])('notes %j are shown as %j', (notes, shown) => {
  expect(foundOf({ version: '0.2.0', notes }).notes).toBe(shown)
})

it('whatever a server says of a version can cross to the page', () => {
  for (const version of ['x'.repeat(100_000), '\u0000', '']) {
    const found = foundOf({ version, notes: 'a line\n'.repeat(100_000) })
    expect(found.notes.length).toBeLessThanOrEqual(MAX_NOTES_CHARS)
    expect(updateStateSchema.safeParse({ is: 'ready', ...found }).success).toBe(true)
  }
})

const coded = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

it.each<[unknown, string]>([
  [coded('ERR_CHECKSUM_MISMATCH', 'sha512 checksum mismatch'), 'tampered'],
  [coded('ERR_UPDATER_INVALID_SIGNATURE'), 'tampered'],
  [new Error('Code signature at URL did not pass validation'), 'tampered'],
  [coded('ENOSPC'), 'disk-full'],
  [new Error('net::ERR_FILE_NO_SPACE'), 'disk-full'],
  [coded('EROFS'), 'not-writable'],
  [new Error('net::ERR_CONNECTION_REFUSED'), 'unreachable'],
  [coded('ENOTFOUND'), 'unreachable'],
  [new Error('net::ERR_HTTP_RESPONSE_CODE_FAILURE'), 'server'],
  [coded('HTTP_ERROR_500', '500 "method: GET"'), 'server'],
  // The server's own words come along, and say nothing.
  [coded('HTTP_ERROR_500', '500 "method: GET" Headers: {"keep-alive": "timeout=5"} EPIPE'), 'server'],
  [coded('ERR_UPDATER_INVALID_UPDATE_INFO'), 'server'],
  [new Error('no idea'), 'failed'],
  [undefined, 'failed'],
])('%s is called %s', (error, problem) => {
  expect(problemOf(error)).toBe(problem)
})
