import { expect, it } from 'vitest'
import type { Verb } from '../../shared/model/verbs'
import { createWaitingVerbs } from './waiting-verbs'

const [OPEN, MUTE, HANG_UP]: readonly Verb[] = [{ verb: 'open' }, { verb: 'mute' }, { verb: 'hang-up' }]

it('what was asked early is done in its order, what comes later at once', () => {
  const verbs = createWaitingVerbs()
  const done: Verb[] = []
  verbs.ask([{ verb: 'open' }, { verb: 'mute' }])
  verbs.begin((verb) => done.push(verb))
  expect(done).toEqual([OPEN, MUTE])
  verbs.ask([{ verb: 'hang-up' }])
  expect(done).toEqual([OPEN, MUTE, HANG_UP])
})
