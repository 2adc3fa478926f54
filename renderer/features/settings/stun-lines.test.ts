import { expect, test } from 'vitest'
import { readStunLines } from './stun-lines'

test('one address a line, blanks and repeats left out', () => {
  expect(readStunLines(' stun:a.example:3478\n\nstuns:b.example\nstun:a.example:3478')).toEqual({
    ok: true,
    servers: ['stun:a.example:3478', 'stuns:b.example'],
  })
})

test('a wrong line is named', () => {
  expect(readStunLines('stun:a.example\nhttp://b.example')).toMatchObject({
    ok: false,
    words: expect.stringContaining('http://b.example') as string,
  })
})

test.each(['stun:a.example:0', 'stun:a.example:99999', 'stun:[2001:db8::1]:65536'])(
  'a port that there can’t be is a wrong line: %s',
  (line) => {
    expect(readStunLines(line).ok).toBe(false)
  },
)

test('no more than the settings keep', () => {
  const lines = Array.from({ length: 9 }, (_, n) => `stun:s${n}.example`)
  expect(readStunLines(lines.join('\n')).ok).toBe(false)
})
