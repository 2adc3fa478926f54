import { describe, expect, it } from 'vitest'
import { replacedAfter } from './device-replaced'
import type { Device, KindState } from './devices-store'

const device = (id: string, label = id): Device => ({ id, label })
const [a, b, c] = [device('a'), device('b'), device('c')]
type Replaced = KindState['replaced']

type Row = readonly [
  what: string,
  told: Replaced,
  from: Device | null,
  to: Device | null,
  real: Device[],
  after: Replaced,
]
const rows: readonly Row[] = [
  ['is told with the one that took over', null, a, b, [b], { gone: a, now: b }],
  ['is told also where none took over', null, a, null, [], { gone: a, now: null }],
  ['is told until it is back', { gone: a, now: b }, b, a, [a, b], null],
  [
    'is back under another id',
    { gone: device('a', 'Headset'), now: b },
    b,
    device('x', 'Headset'),
    [b],
    null,
  ],
  ['stays told while nothing changes', { gone: a, now: b }, b, b, [b], { gone: a, now: b }],
  ['is still the first one when the next goes too', { gone: a, now: b }, b, c, [c], { gone: a, now: c }],
  ['came back by its name and is not told', null, device('1', 'Headset'), device('2', 'Headset'), [], null],
  ['is not one that is still there but no longer chosen', null, a, b, [a, b], null],
  ['is not the default, which stays', null, device('default', 'A'), b, [b], null],
  ['is not the nameless one before permission', null, device('', ''), a, [a], null],
  ['is not one at the first look', null, null, a, [a], null],
]

describe('a device that went away', () => {
  it.each(rows)('%s', (...row) => {
    const [, told, from, to, real, after] = row
    expect(replacedAfter(told, from, to, real)).toEqual(after)
  })
})
