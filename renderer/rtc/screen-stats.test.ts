import { expect, it } from 'vitest'
import { hasSentScreenOf, readScreenStats } from './screen-stats'

const inbound = { id: 'I2', type: 'inbound-rtp', mid: '2', frameWidth: 1280, frameHeight: 720 }
const decoding = {
  ...inbound,
  framesPerSecond: 14,
  framesDecoded: 50,
  freezeCount: 1,
  totalFreezesDuration: 0.4,
}
const camera = { ...decoding, id: 'I1', mid: '1', frameWidth: 640 }
const source = { id: 'S', type: 'media-source', framesPerSecond: 15 }
const outbound = { id: 'O2', type: 'outbound-rtp', mid: '2', mediaSourceId: 'S', framesPerSecond: 6 }
const line = [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
  { id: 'P', type: 'candidate-pair', availableOutgoingBitrate: 2_400_000 },
  { id: 'Q', type: 'candidate-pair', availableOutgoingBitrate: 9 },
]

it('reads the screen and not the camera', () => {
  expect(readScreenStats([camera, decoding, source, outbound, ...line])).toEqual({
    received: { width: 1280, height: 720, fps: 14, framesDecoded: 50, freezes: 1, frozenMs: 400 },
    sent: { given: 15, sent: 6, isBusy: false },
    availableBps: 2_400_000,
  })
})

it.each([
  ['an empty report', []],
  [
    'a screen of which nothing came: Chromium 108 lists it',
    [inbound, { ...outbound, mediaSourceId: undefined }],
  ],
  ['figures that are none', [{ ...decoding, framesDecoded: 'many' }]],
])('knows nothing from %s', (_, report) => {
  expect(readScreenStats(report)).toEqual({ received: null, sent: null, availableBps: null })
})

it.each([
  [480, 1, true],
  [481, 1, true],
  [1920, 1, false],
  [480, 0, false],
])(
  'of a picture %i wide, %i sent, says whether it is the small one: %s',
  (frameWidth, framesSent, isSmall) => {
    const sent = { ...outbound, frameWidth, framesSent }
    expect(hasSentScreenOf([{ ...sent, mid: '1' }, sent, ...line], 480)).toBe(isSmall)
    expect(hasSentScreenOf(line, 480)).toBe(false)
  },
)

it('tells a computer that is too busy', () => {
  const busy = { ...outbound, qualityLimitationReason: 'cpu' }
  expect(readScreenStats([source, busy]).sent).toMatchObject({ isBusy: true })
})
