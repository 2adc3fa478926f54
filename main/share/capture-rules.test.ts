import { describe, expect, it } from 'vitest'
import { CHOICE_LASTS_MS, decideCapture, type CaptureChoice, type CaptureRequest } from './capture-rules'

const REQUEST: CaptureRequest = {
  frame: { isMainFrame: true, isAppPage: true },
  isOwnOrigin: true,
  videoRequested: true,
  audioRequested: true,
  userGesture: true,
}
const WINDOW = { is: 'source', id: 'window:1:0', name: 'Letter' } as const
const CHOICE: CaptureChoice = { of: WINDOW, sound: true, chosenAtMs: 1_000 }
const NOW_MS = 1_050

it('what was chosen is granted', () => {
  expect(decideCapture(REQUEST, CHOICE, NOW_MS)).toEqual({ is: 'granted', of: WINDOW, sound: true })
  const system = { ...CHOICE, of: { is: 'system' } } as const
  expect(decideCapture(REQUEST, system, NOW_MS)).toEqual({ is: 'granted', of: { is: 'system' }, sound: true })
})

it.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
  [false, false, false],
])('sound chosen %s, asked for %s: given %s', (sound, audioRequested, given) => {
  const decision = decideCapture({ ...REQUEST, audioRequested }, { ...CHOICE, sound }, NOW_MS)
  expect(decision).toMatchObject({ sound: given })
})

describe('refused', () => {
  it.each([
    ['whose frame is gone', { frame: null }, 'frame-gone'],
    ['of a subframe', { frame: { isMainFrame: false, isAppPage: true } }, 'subframe'],
    ['of another page', { frame: { isMainFrame: true, isAppPage: false } }, 'other-page'],
    ['of another origin', { isOwnOrigin: false }, 'other-page'],
    ['for sound alone', { videoRequested: false }, 'no-video'],
    ['without a gesture', { userGesture: false }, 'no-gesture'],
  ] as const)('is a request %s', (_name, some, why) => {
    expect(decideCapture({ ...REQUEST, ...some }, CHOICE, NOW_MS)).toEqual({ is: 'refused', why })
  })

  it('is a request where nothing was chosen', () => {
    expect(decideCapture(REQUEST, null, NOW_MS)).toEqual({ is: 'refused', why: 'nothing-chosen' })
  })

  it.each([
    [0, true],
    [CHOICE_LASTS_MS, true],
    [CHOICE_LASTS_MS + 1, false],
    [60_000, false],
  ])('or not: a choice that is %i ms old is granted: %s', (ageMs, granted) => {
    const decision = decideCapture(REQUEST, CHOICE, CHOICE.chosenAtMs + ageMs)
    expect(decision).toMatchObject(granted ? { is: 'granted' } : { is: 'refused', why: 'choice-too-old' })
  })
})
