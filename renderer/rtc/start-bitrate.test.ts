import { expect, it } from 'vitest'
import { withStartBitrate } from './start-bitrate'

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`
const head = ['v=0', 'a=fingerprint:sha-256 AA']
const audio = ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10']
const video = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
  'a=mid:2',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:98 AV1/90000',
  'a=fmtp:98 profile=0',
]

it('begins faster for each codec of that section, and for nothing that only repeats', () => {
  expect(withStartBitrate(lines(...head, ...audio, ...video), 1)).toBe(
    lines(
      ...head,
      ...audio,
      'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
      'a=mid:2',
      'a=rtpmap:96 VP8/90000',
      'a=fmtp:96 x-google-start-bitrate=1000',
      'a=rtpmap:97 rtx/90000',
      'a=fmtp:97 apt=96',
      'a=rtpmap:98 AV1/90000',
      'a=fmtp:98 profile=0;x-google-start-bitrate=1000',
    ),
  )
})

it.each([
  ['an empty one', ''],
  ['one without that section', lines(...head, ...audio)],
  ['words', 'no description at all'],
])('leaves %s as it is', (_, sdp) => {
  expect(withStartBitrate(sdp, 2)).toBe(sdp)
})
