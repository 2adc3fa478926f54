// Owns which ways of encoding are compared, see docs/decisions/0004-screen-encoding.md. The first is what a page gets that
// asks for nothing.
import type { Way } from './measure-case'

/** Without it a capture is no larger than this machine's own screen. */
const NATIVE = { width: { max: 3840 }, height: { max: 2160 } } as const
const START_KBPS = 1000

const way = (codec: string, hint: string, fps: number, startRateKbps = 0): Way => ({
  name: [
    codec,
    hint || 'no hint',
    `${fps} fps`,
    ...(startRateKbps > 0 ? [`start ${startRateKbps} kb/s`] : []),
  ].join(', '),
  connect: { codecs: [codec], startRateKbps },
  share: { hint, constraints: { ...NATIVE, frameRate: { max: fps } } },
})

export const WAYS: readonly Way[] = [
  way('VP8', '', 30),
  way('VP8', 'text', 15, START_KBPS),
  way('VP9', 'text', 15, START_KBPS),
  way('H264', 'text', 15, START_KBPS),
  way('AV1', 'detail', 15, START_KBPS),
  way('AV1', 'text', 5, START_KBPS),
  way('AV1', 'text', 15),
  way('AV1', 'text', 15, START_KBPS),
  way('VP8', 'motion', 30, START_KBPS),
  way('VP9', 'motion', 30, START_KBPS),
  way('AV1', 'motion', 30, START_KBPS),
]
