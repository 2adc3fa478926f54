import { expect, it } from 'vitest'
import { NO_OUTPUTS, ringOutputs, type RingFacts, type RingOutputs } from './ring-rules'

const RINGS: RingFacts = { quiet: false, inCall: false, silenced: false, focused: false }
const ALL: RingOutputs = { window: 'shown', sound: true, notice: true, attention: true }

it.each<[facts: Partial<RingFacts>, outputs: RingOutputs]>([
  [{}, ALL],
  [{ silenced: true }, { ...ALL, sound: false }],
  [{ inCall: true }, { ...ALL, sound: false }],
  [{ focused: true }, { ...NO_OUTPUTS, window: 'hidden', sound: true }],
  [{ focused: true, silenced: true }, NO_OUTPUTS],
  [
    { focused: true, inCall: true },
    { ...NO_OUTPUTS, window: 'shown' },
  ],
  [{ quiet: true }, NO_OUTPUTS],
  [{ quiet: true, focused: true }, NO_OUTPUTS],
])('where %j, there is %j', (facts, outputs) => {
  expect(ringOutputs({ ...RINGS, ...facts })).toEqual(outputs)
})
