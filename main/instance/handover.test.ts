import { describe, expect, it } from 'vitest'
import { readArguments } from '../verbs/read-arguments'
import { handoverOf, readHandover } from './handover'

const OPEN = [{ verb: 'open' }]

describe('what a second start hands over', () => {
  it('arrives as it was read', () => {
    const asked = readArguments(['parley', '--accept-sound', '--mute', '--call', 'parley:x --accept\n"'])
    if (asked.is !== 'start') throw new Error('not a start')
    const sent: unknown = JSON.parse(JSON.stringify(handoverOf(asked.verbs)))
    expect(readHandover(sent)).toEqual(asked.verbs)
  })

  it('may be nothing', () => {
    expect(readHandover(handoverOf([]))).toEqual([])
  })

  it.each([
    undefined,
    null,
    { argv: ['parley', '--accept'] },
    { verbs: 'accept' },
    { verbs: [{ verb: 'format-disk' }] },
    { verbs: [{ verb: 'accept' }] },
    { verbs: [{ verb: 'offer-link', link: 'x'.repeat(10_000) }] },
    { verbs: Array.from({ length: 17 }, () => ({ verb: 'mute' })) },
  ])('brings only the window where it isn’t understood: %j', (sent) => {
    expect(readHandover(sent)).toEqual(OPEN)
  })
})
