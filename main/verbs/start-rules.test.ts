import { describe, expect, it } from 'vitest'
import type { Verb } from '../../shared/model/verbs'
import { needsRunning, startsHidden, verbsToHandOver } from './start-rules'

const OPEN: Verb = { verb: 'open' }
const ACCEPT: Verb = { verb: 'accept', video: null }
const LINK: Verb = { verb: 'offer-link', link: 'parley:x' }

describe('a start', () => {
  it.each<[readonly Verb[], boolean]>([
    [[], false],
    [[OPEN], false],
    [[LINK], false],
    [[ACCEPT], true],
    [[{ verb: 'decline' }], true],
    [[{ verb: 'mute' }], true],
    [[{ verb: 'unmute' }], true],
    [[{ verb: 'hang-up' }], true],
    [[OPEN, ACCEPT], true],
  ])('with %j needs a running Parley: %s', (verbs, needs) => {
    expect(needsRunning({ hidden: false, verbs })).toBe(needs)
  })

  it.each<[boolean, readonly Verb[], readonly Verb[], boolean]>([
    [false, [], [OPEN], false],
    [true, [], [], true],
    [false, [ACCEPT], [ACCEPT], false],
    [true, [LINK], [LINK], false],
  ])('hidden: %s, with %j hands over %j; starts hidden: %s', (hidden, verbs, over, startsSo) => {
    expect(verbsToHandOver({ hidden, verbs })).toEqual(over)
    expect(startsHidden({ hidden, verbs })).toBe(startsSo)
  })
})
