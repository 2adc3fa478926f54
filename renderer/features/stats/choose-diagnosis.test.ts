import { describe, expect, test } from 'vitest'
import { chooseDiagnosis, type CallFigures, type Diagnosis, type LineFigures } from './choose-diagnosis'

const WELL: LineFigures = { lateMs: 20, beats: 6, lossPct: 0, jitterMs: 4, busy: false }
const UNKNOWN: LineFigures = { ...WELL, lateMs: null, beats: 0 }
const LATE = { lateMs: 600 }
const LOSSY = { lossPct: 8 }

interface Row {
  readonly mine?: Partial<LineFigures>
  readonly theirs?: Partial<LineFigures> | null
  readonly call?: Partial<CallFigures>
}

function figures({ mine = {}, theirs = {}, call = {} }: Row): CallFigures {
  return {
    mine: { ...WELL, ...mine },
    theirs: theirs && { ...WELL, ...theirs },
    ...{ rttMs: 40, sentLossPct: 0, route: 'direct', ...call },
  }
}

const rows: readonly (readonly [what: string, row: Row, is: Diagnosis | null])[] = [
  ['all is well', {}, null],
  ['a late server alone harms no call', { mine: LATE, theirs: LATE }, null],
  ['a little loss', { mine: { lossPct: 2 } }, null],
  ['nothing is known', { mine: UNKNOWN, theirs: null, call: { rttMs: null, sentLossPct: null } }, null],

  ['they lose what I send, and my server is late', { mine: LATE, theirs: LOSSY }, 'my-upload'],
  ['so say their receiver reports', { mine: LATE, call: { sentLossPct: 8 } }, 'my-upload'],
  ['even where they say nothing', { mine: LATE, theirs: null, call: { sentLossPct: 8 } }, 'my-upload'],
  ['I lose what they send, and my server is late', { mine: { ...LATE, ...LOSSY } }, 'my-download'],
  ['I hear it stumble', { mine: { ...LATE, jitterMs: 90 } }, 'my-download'],
  ['both lose, and my server is late', { mine: { ...LATE, ...LOSSY }, theirs: LOSSY }, 'my-line'],
  ['slow both ways, and my server is late', { mine: LATE, call: { rttMs: 700 } }, 'my-line'],

  ['I lose what they send, and their server is late', { mine: LOSSY, theirs: LATE }, 'their-upload'],
  ['they lose what I send, and their server is late', { theirs: { ...LATE, ...LOSSY } }, 'their-download'],
  ['both lose, and their server is late', { mine: LOSSY, theirs: { ...LATE, ...LOSSY } }, 'their-line'],
  [
    'theirs, though of mine nothing is known',
    { mine: { ...UNKNOWN, ...LOSSY }, theirs: LATE },
    'their-upload',
  ],

  ['my computer is busy', { mine: { busy: true } }, 'my-computer'],
  ['their computer is busy', { theirs: { busy: true } }, 'their-computer'],
  ['I lose, and my computer is busy', { mine: { ...LOSSY, busy: true } }, 'my-computer'],
  ['a late line comes before a busy computer', { mine: { ...LOSSY, ...LATE, busy: true } }, 'my-download'],

  ['I lose, and both lines are well', { mine: LOSSY }, 'between'],
  ['it is far, and both lines are well', { call: { rttMs: 700 } }, 'between'],
  ['the same over a relay', { mine: LOSSY, call: { route: 'relayed' } }, 'relayed'],

  ['both servers are late', { mine: { ...LATE, ...LOSSY }, theirs: LATE }, 'unknown'],
  ['nothing is known of my line', { mine: { ...UNKNOWN, ...LOSSY } }, 'unknown'],
  ['nothing is known of theirs', { mine: LOSSY, theirs: UNKNOWN }, 'unknown'],
  ['they say nothing', { mine: LOSSY, theirs: null }, 'unknown'],
  ['they say nothing, over a relay', { mine: LOSSY, theirs: null, call: { route: 'relayed' } }, 'unknown'],
  ['too few echoes in time', { mine: { ...LOSSY, beats: 3 } }, 'unknown'],
]

test.each(rows)('%s', (_, row, is) => {
  expect(chooseDiagnosis(figures(row))).toBe(is)
})

describe('for all figures', () => {
  const lines: readonly LineFigures[] = [null, 0, 199, 201, 5_000].flatMap((lateMs) =>
    [0, 6].flatMap((beats) =>
      [null, 0, 9].flatMap((lossPct) =>
        [false, true].map((busy) => ({ lateMs, beats, lossPct, jitterMs: null, busy })),
      ),
    ),
  )
  const all = lines.flatMap((mine) =>
    [null, ...lines].flatMap((theirs) =>
      ([20, 900] as const).flatMap((rttMs) =>
        ([0, 9] as const).map((sentLossPct): CallFigures => ({
          ...{ mine, theirs, rttMs, sentLossPct },
          route: rttMs === 20 ? 'direct' : 'relayed',
        })),
      ),
    ),
  )
  const late = (line: LineFigures | null): boolean => (line?.lateMs ?? 0) > 200

  test('no side is named without evidence of that side', () => {
    const wrong = all.filter((each) => {
      const is = chooseDiagnosis(each)
      const { mine, theirs } = each
      if (is === 'my-computer') return !mine.busy
      if (is === 'their-computer') return theirs?.busy !== true
      if (is?.startsWith('my-')) return !late(mine) || late(theirs)
      if (is?.startsWith('their-')) return !late(theirs) || late(mine)
      if (is === 'between' || is === 'relayed')
        return [mine, theirs].some((line) => (line?.beats ?? 0) < 4 || late(line))
      return false
    })
    expect(all.length).toBeGreaterThan(10_000)
    expect(wrong).toEqual([])
  })

  test('both sides name the same side', () => {
    const MIRROR: Partial<Record<Diagnosis, Diagnosis>> = {
      'my-upload': 'their-upload',
      'my-download': 'their-download',
      'my-line': 'their-line',
    }
    for (const { mine, theirs, ...call } of all) {
      // Receiver reports tell one side only what the other says itself.
      if (theirs === null || call.sentLossPct !== 0) continue
      const [here, there] = [
        chooseDiagnosis({ ...call, mine, theirs }),
        chooseDiagnosis({ ...call, mine: theirs, theirs: mine }),
      ]
      const mirrored = here && MIRROR[here]
      if (mirrored) expect(there).toBe(mirrored)
    }
  })
})
