import { describe, expect, it } from 'vitest'
import { SHOWN_HELD, type BarShown } from '../../shared/model/share'
import { barContent, elapsed } from './bar-content'

const SHOWN: BarShown = {
  ...{ sourceId: null, kind: 'window', title: 'notes.txt', icon: null, startedAt: 10_000 },
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

  it.each(SHOWN_HELD)('says why nothing new is seen: %s', (held) => {
    const content = barContent({ ...SHOWN, held }, 75_000)
    expect(content.isHeld).toBe(true)
    expect(content.lead).toMatch(/^[A-Z][a-z ]+$/)
    expect(content.whole).toContain(content.lead)
  })

  it('says how long a closed window is waited for, and what would take its place', () => {
    const waits = { until: 123_000, otherTitle: null }
    const seen = 'sharing ends in 0:48'
    expect(barContent({ ...SHOWN, held: 'lost', seen: '', waits }, 75_000)).toMatchObject({ seen })
    const same = barContent({ ...SHOWN, held: 'came-back', waits }, 75_000)
    expect(same).toMatchObject({ lead: 'Window is open again', seen })
    expect(same.acts).toMatchObject({ goOnLabel: expect.stringContaining('notes.txt') as string })
    const other = barContent({ ...SHOWN, held: 'came-back', waits: { ...waits, otherTitle: 'Mail' } }, 75_000)
    expect(other.lead).toBe('“\u2068Mail\u2069” is open')
    expect(other.acts).toMatchObject({ goOnLabel: expect.stringContaining('Mail') as string })
  })

  it('pauses, and goes on only where it was paused', () => {
    const press = (held: BarShown['held']) => {
      const { acts } = barContent({ ...SHOWN, held }, 0)
      return acts.is === 'switch-and-pause' ? acts.pause.press : acts.is
    }
    expect([null, ...SHOWN_HELD].map(press)).toEqual([
      ...['pause', 'resume', 'pause', 'pause', 'pause', 'pause', 'switch', 'go-on'],
    ])
  })

  it.each([
    ['window', '  ', 'A window', 'Switch window'],
    ['screen', '', 'Your screen', 'Switch screen'],
  ] as const)('has words for a %s without a name', (kind, title, expected, switchLabel) => {
    expect(barContent({ ...SHOWN, kind, title }, 0)).toMatchObject({ title: expected, acts: { switchLabel } })
  })

  it('has the whole title in its tooltip, and never the time, which would make it flicker', () => {
    const title = 'x'.repeat(200)
    expect(barContent({ ...SHOWN, title }, 75_000).whole).toBe(`${title}\n${SHOWN.seen}`)
  })
})
