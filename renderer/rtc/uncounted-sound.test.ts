import { expect, it } from 'vitest'
import { withUncountedSound } from './uncounted-sound'

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`
const NUMBERS = 'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01'
const head = ['v=0', 'a=fingerprint:sha-256 AA']
const video = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  NUMBERS,
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 transport-cc',
]

it('takes the estimate’s feedback from sound, and from nothing else', () => {
  const audio = ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2']
  const level = 'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level'
  const counted = [...audio, level, NUMBERS, 'a=rtcp-fb:111 transport-cc', 'a=rtcp-fb:111 nack']
  const uncounted = [...audio, level, 'a=rtcp-fb:111 nack']
  expect(withUncountedSound(lines(...head, ...counted, ...video, ...counted))).toBe(
    lines(...head, ...uncounted, ...video, ...uncounted),
  )
})

it.each([
  ['an empty one', ''],
  ['words', 'no description at all'],
])('leaves %s as it is', (_, sdp) => {
  expect(withUncountedSound(sdp)).toBe(sdp)
})
