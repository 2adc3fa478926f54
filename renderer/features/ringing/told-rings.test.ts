import { expect, it } from 'vitest'
import { toldRingsSchema, type RingOrigin } from '../../../shared/model/kept-ring'
import { MAX_RINGS } from '../../../shared/model/ring'
import { pictureUrl } from '../../../shared/model/picture'
import { toldRings, type KnownOfRings, type RingingView } from './told-rings'

const hex = (index: number) => index.toString(16).padStart(32, '0')
const view = (index: number, person: Partial<RingingView['person']> = {}): RingingView => ({
  callId: hex(index),
  person: { id: hex(index + 100), name: 'Ben', isContact: true, ...person },
  video: true,
})
const ORIGIN: RingOrigin = { peerId: hex(101), name: 'Ben', callBack: null, via: null, startedAt: 1 }
const known = (change: Partial<KnownOfRings> = {}): KnownOfRings => ({
  ...{ isFavourite: () => false, storedPicture: () => null, originOf: () => null },
  ...change,
})

it('tells who calls, and a contact’s picture as its bytes', () => {
  const [told] = toldRings(
    [view(1, { picture: pictureUrl('AAAA'), namesake: 'Ben' })],
    known({ isFavourite: () => true }),
  )
  expect(told?.ring).toEqual({
    callId: hex(1),
    person: {
      ...{ id: hex(101), name: 'Ben', isContact: true, isFavourite: true, namesake: 'Ben', picture: 'AAAA' },
    },
    video: true,
  })
})

it.each([pictureUrl('AAAA'), undefined])(
  'a contact’s stored picture comes before one that was sent (%s)',
  (picture) => {
    const stored = (id: string) => (id === hex(101) ? pictureUrl('BBBB') : null)
    const [told] = toldRings(
      [view(1, picture === undefined ? {} : { picture })],
      known({ storedPicture: stored }),
    )
    expect(told?.ring.person.picture).toBe('BBBB')
  },
)

it('tells nothing of a stranger’s to be drawn', () => {
  const [told] = toldRings(
    [view(1, { isContact: false, picture: pictureUrl('AAAA') })],
    known({ storedPicture: () => pictureUrl('BBBB') }),
  )
  expect(told?.ring.person.picture).toBeNull()
})

it('leaves out the newest where there are too many', () => {
  const told = toldRings(
    Array.from({ length: MAX_RINGS + 5 }, (_, index) => view(index)),
    known(),
  )
  expect(told.map(({ ring }) => ring.callId)).toEqual(Array.from({ length: MAX_RINGS }, (_, i) => hex(i)))
  expect(toldRingsSchema.safeParse(told).success).toBe(true)
})

it('tells where the caller is reached', () => {
  const told = toldRings([view(1)], known({ originOf: () => ORIGIN }))
  expect(told.map(({ origin }) => origin)).toEqual([ORIGIN])
  expect(toldRingsSchema.safeParse(told).success).toBe(true)
})
