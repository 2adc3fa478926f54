import { expect, test } from 'vitest'
import { baseUrl } from '../features/calls/testing/people'
import { beatsOfHome } from './home-beats'

const BEATS = { count: 6, lateMs: 300 }

test.each([
  ['https://call.example.org/', BEATS],
  ['http://192.168.1.20:9000/', { count: 0, lateMs: 300 }],
  ['http://127.0.0.1:9000/', { count: 0, lateMs: null }],
])('what echoes from %s say', (server, beats) => {
  expect(beatsOfHome({ server: baseUrl(server), beats: () => BEATS })).toEqual(beats)
})

test('without a server nothing is known', () => {
  expect(beatsOfHome(null)).toEqual({ count: 0, lateMs: null })
})
