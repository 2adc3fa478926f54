import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDescription, fingerprintOf } from './fingerprint-gate'

const RIGHT = Array.from({ length: 32 }, (_, index) =>
  (index * 7).toString(16).padStart(2, '0').toUpperCase(),
).join(':')
const OTHER = RIGHT.replace('07', '08')
const line = (value: string, hash = 'sha-256') => `a=fingerprint:${hash} ${value}`

/** As Chromium writes it, with one fingerprint for each of `lines` after the ICE password of each media section. */
function sdp(lines: readonly string[], { end = '\r\n', session = [] as readonly string[] } = {}): string {
  const media = ['audio', 'video', 'video', 'audio', 'application'].flatMap((kind, mid) => [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF 111`,
    'c=IN IP4 0.0.0.0',
    'a=ice-ufrag:Ab3+',
    'a=ice-pwd:abcdefghijklmnopqrstuv',
    ...lines,
    'a=setup:actpass',
    `a=mid:${mid}`,
  ])
  return ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', ...session, ...media, ''].join(end)
}

describe('a description passes', () => {
  it.each([
    ['as Chromium writes it', sdp([line(RIGHT)])],
    ['with bare line feeds', sdp([line(RIGHT)], { end: '\n' })],
    ['with the fingerprint at session level only', sdp([], { session: [line(RIGHT)] })],
    ['with the same fingerprint at both levels', sdp([line(RIGHT)], { session: [line(RIGHT)] })],
    ['with the hash in capitals', sdp([line(RIGHT, 'SHA-256')])],
  ])('%s', (_what, text) => expect(checkDescription(text, RIGHT)).toBeNull())
})

describe('a description is refused', () => {
  it.each([
    ['without any fingerprint', sdp([]), 'no-fingerprint'],
    ['empty', '', 'no-fingerprint'],
    ['with another one', sdp([line(OTHER)]), 'other-fingerprint'],
    ['with another one after the right one', sdp([line(RIGHT), line(OTHER)]), 'other-fingerprint'],
    ['with another one before the right one', sdp([line(OTHER), line(RIGHT)]), 'other-fingerprint'],
    [
      'with another one at session level',
      sdp([line(RIGHT)], { session: [line(OTHER)] }),
      'other-fingerprint',
    ],
    ['with another hash beside', sdp([line(RIGHT), line(OTHER, 'sha-1')]), 'other-fingerprint'],
    ['with another hash of the same text', sdp([line(RIGHT, 'sha-512')]), 'other-fingerprint'],
    ['in lower case', sdp([line(RIGHT.toLowerCase())]), 'other-fingerprint'],
    [
      'with a blank instead of the colon',
      sdp([line(RIGHT), `a=fingerprint sha-256 ${OTHER}`]),
      'other-fingerprint',
    ],
    ['with two blanks', sdp([`a=fingerprint:sha-256  ${RIGHT}`]), 'other-fingerprint'],
    ['with a blank at the end', sdp([`${line(RIGHT)} `]), 'other-fingerprint'],
    ['with a blank before', sdp([` ${line(RIGHT)}`]), 'other-fingerprint'],
    [
      'with the attribute in capitals',
      sdp([line(RIGHT), line(OTHER).replace('f', 'F')]),
      'other-fingerprint',
    ],
    ['with a shorter value', sdp([line(RIGHT.slice(0, -3))]), 'other-fingerprint'],
    ['with a longer value', sdp([line(`${RIGHT}:00`)]), 'other-fingerprint'],
    ['with a carriage return alone', sdp([`a=x:1\r${line(OTHER)}`, line(RIGHT)]), 'unreadable'],
    ['with two carriage returns', sdp([`${line(RIGHT)}\r`]), 'unreadable'],
    ['with a tab', sdp([line(RIGHT).replace(' ', '\t')]), 'unreadable'],
    ['with a NUL', sdp([line(RIGHT), `${line(RIGHT)}\0`]), 'unreadable'],
    ['with a line separator of Unicode', sdp([`a=x:1\u2028${line(OTHER)}`, line(RIGHT)]), 'unreadable'],
    ['with letters beyond ASCII', sdp([line(RIGHT), 'a=ﬁngerprint:sha-256']), 'unreadable'],
  ])('%s', (_what, text, problem) => expect(checkDescription(text, RIGHT)).toBe(problem))
})

/** How libwebrtc reads lines and attributes (sdp: webrtc_sdp.cc, GetLine and HasAttribute), more lenient than us. */
function lenientFingerprints(text: string): string[] {
  return text
    .split('\n')
    .map((raw) => raw.replace(/\r$/, ''))
    .filter((raw) => /^a=fingerprint(?:[: ]|$)/.test(raw))
}

describe('whatever the text is', () => {
  const hostileLine = fc.oneof(
    fc.constantFrom(
      line(RIGHT),
      line(OTHER),
      'a=fingerprint',
      'a=fingerprint:',
      'm=audio 9 x 0',
      'a=setup:active',
    ),
    fc
      .tuple(fc.constantFrom('sha-256', 'SHA-256', 'sha-1', 'md5'), fc.constantFrom(RIGHT, OTHER))
      .map(([hash, value]) => line(value, hash)),
    fc.string(),
    fc.string({ unit: 'binary' }),
  )
  const hostile = fc
    .array(fc.tuple(hostileLine, fc.constantFrom('\r\n', '\n', '\r', '\r\r\n', '\n\r', '\u2028', '\0')), {
      maxLength: 12,
    })
    .map((lines) => lines.map((parts) => parts.join('')).join(''))

  it('lets nothing through in which a lenient reader finds another fingerprint, or none', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (checkDescription(text, RIGHT) !== null) return
        const found = lenientFingerprints(text)
        expect(found.length).toBeGreaterThan(0)
        for (const one of found) expect(one.replace('SHA', 'sha')).toBe(line(RIGHT))
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuses the right description after any one change inside a fingerprint', () => {
    const text = sdp([line(RIGHT)])
    const at = text.indexOf(RIGHT)
    const letter = fc.string({ unit: 'binary', minLength: 0, maxLength: 2 })
    fc.assert(
      fc.property(fc.nat(RIGHT.length - 1), letter, (offset, put) => {
        const changed = text.slice(0, at + offset) + put + text.slice(at + offset + 1)
        fc.pre(changed !== text)
        expect(checkDescription(changed, RIGHT)).not.toBeNull()
      }),
    )
  })
})

describe('fingerprintOf', () => {
  const certificate = (fingerprints: RTCDtlsFingerprint[]): RTCCertificate => ({
    expires: 0,
    getFingerprints: () => fingerprints,
  })
  it('is the sha-256 one, in capitals', () => {
    const lower = { algorithm: 'sha-256', value: RIGHT.toLowerCase() }
    expect(fingerprintOf(certificate([{ algorithm: 'sha-1', value: 'aa' }, lower]))).toBe(RIGHT)
  })
  it('is null where there is none', () => {
    expect(fingerprintOf(certificate([{ algorithm: 'sha-1', value: 'aa' }]))).toBeNull()
  })
})
