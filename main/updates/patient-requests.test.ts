import { EventEmitter } from 'node:events'
import { beforeEach, expect, it, vi } from 'vitest'
import { SILENT_MS, guardRequests, requestsOf, type UpdateRequests } from './patient-requests'

class FakeRequest extends EventEmitter {
  readonly abort = vi.fn<() => void>()
}

let waits: { ms: number; run: () => void }[]
const after = (ms: number, run: () => void): (() => void) => {
  const wait = { ms, run }
  waits.push(wait)
  return () => (waits = waits.filter((other) => other !== wait))
}

let made: FakeRequest
let answer: (response: EventEmitter) => void
let requests: UpdateRequests
const failed = vi.fn<(error: Error) => void>()

beforeEach(() => {
  waits = []
  failed.mockReset()
  requests = {
    createRequest: (_, answered) => {
      answer = answered
      return (made = new FakeRequest())
    },
  }
  guardRequests(requests, after)
  requests.createRequest({}, () => undefined).on('error', failed)
})

it('a server that never answers is given up', () => {
  expect(waits.map(({ ms }) => ms)).toEqual([SILENT_MS])
  waits[0]?.run()
  expect(failed.mock.calls[0]?.[0].message).toBe('net::ERR_TIMED_OUT')
  expect(made.abort).toHaveBeenCalledTimes(1)
  expect(waits).toEqual([])
})

it('one that falls silent in the middle is given up, and each piece gives it as long again', () => {
  const response = new EventEmitter()
  answer(response)
  const [first] = waits
  response.emit('data', 'piece')
  expect(waits).toHaveLength(1)
  expect(waits[0]).not.toBe(first)
  waits[0]?.run()
  expect(failed).toHaveBeenCalledTimes(1)
})

it.each(['end', 'close', 'error'])('nothing is waited for after its %s', (event) => {
  const response = new EventEmitter()
  answer(response)
  // Nobody else hears an error: it must not be thrown.
  response.emit(event, new Error('net::ERR_CONTENT_LENGTH_MISMATCH'))
  response.emit('data', 'late')
  expect(waits).toEqual([])
})

it.each(['abort', 'error'])('nor after the %s of what was asked', (event) => {
  made.emit(event, new Error('net::ERR_CONNECTION_REFUSED'))
  expect(waits).toEqual([])
})

it('an updater that asks in another way is not taken', () => {
  expect(requestsOf({ httpExecutor: requests })).toBe(requests)
  expect(() => requestsOf({ httpExecutor: null })).toThrow(/another way/)
})
