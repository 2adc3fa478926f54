import { describe, expect, it } from 'vitest'
import { redactLine } from './redact-line'

const ID = '0123456789abcdef0123456789abcdef'
const KEY = 'BO4WyKNrsMksCVqaeRU9TSBXH79ZBKytSD4aa49Nbl2qaVM8P619BWO4BNTMzYonSyfy2RyuDZzdt-ufxreYlVU'

describe('a line of the page', () => {
  it.each([
    ['[call] call ended reason=busy', '[call] call ended reason=busy'],
    [`dialling ${ID}`, 'dialling <id>'],
    [`visit as ${ID}-0a1b2c3d`, 'visit as <id>'],
    ['GET https://call.example.org:9000/challenge failed', 'GET <url> failed'],
    [`opened parley://call/${ID}?server=http%3A%2F%2F10.0.0.2%3A9000%2F`, 'opened <url>'],
    ['candidate 192.168.1.20:55123 typ host', 'candidate <address> typ host'],
    ['candidate fe80:0:0:1::12 typ host', 'candidate <address> typ host'],
    [`key ${KEY}`, 'key <secret>'],
    [`fingerprint ${Array(32).fill('AB').join(':')}`, 'fingerprint <fingerprint>'],
    ['at 12:30:05 it rang', 'at 12:30:05 it rang'],
    ['two\nlines', 'two ⏎ lines'],
  ])('%s', (line, written) => {
    expect(redactLine(line)).toBe(written)
  })

  it('is bounded', () => {
    expect(redactLine('a b '.repeat(10_000)).length).toBeLessThanOrEqual(1000)
  })
})
