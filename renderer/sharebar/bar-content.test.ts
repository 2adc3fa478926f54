import { describe, expect, it } from 'vitest'
import { HELD_REASONS, type ShareShown } from '../../shared/model/share'
import { barContent, elapsed } from './bar-content'

const SHOWN: ShareShown = {
  ...{ sourceId: null, kind: 'window', title: 'notes.txt', startedAt: 10_000 },
  ...{ held: null, seen: 'Ben sees 1280 × 720, 12 fps', isTroubled: false },
}

it.each([
  [-5_000, '0:00'],
  [6_999, '0:06'],
  [767_000, '12:47'],
  [3_723_000, '1:02:03'],
])('%d ms are %s', (ms, words) => {
  expect(elapsed(ms)).toBe(words)
})

describe('the bar', () => {
  it('says for how long while everything is seen', () => {
    expect(barContent(SHOWN, 75_000)).toMatchObject({ title: 'notes.txt', lead: '1:05', isHeld: false })
  })

  it.each(HELD_REASONS)('says why nothing new is seen: %s', (held) => {
    const content = barContent({ ...SHOWN, held }, 75_000)
    expect(content.isHeld).toBe(true)
    expect(content.lead).toMatch(/^[A-Z][a-z ]+$/)
    expect(content.whole).toContain(content.lead)
  })

  it('pauses, and goes on only where it was paused', () => {
    const press = (held: ShareShown['held']) => barContent({ ...SHOWN, held }, 0).pause.press
    expect([null, ...HELD_REASONS].map(press)).toEqual([
      ...['pause', 'resume', 'pause', 'pause', 'pause', 'pause'],
    ])
  })

  it.each([
    ['window', '  ', 'A window', 'Switch window'],
    ['screen', '', 'Your screen', 'Switch screen'],
  ] as const)('has words for a %s without a name', (kind, title, expected, switchLabel) => {
    expect(barContent({ ...SHOWN, kind, title }, 0)).toMatchObject({ title: expected, switchLabel })
  })

  it('has the whole title in its tooltip, and never the time, which would make it flicker', () => {
    const title = 'x'.repeat(200)
    expect(barContent({ ...SHOWN, title }, 75_000).whole).toBe(`${title}\n${SHOWN.seen}`)
  })
})
