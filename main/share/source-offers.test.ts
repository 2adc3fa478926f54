import { expect, it } from 'vitest'
import { dialogueSchema } from '../../shared/model/share'
import { createSourceOffers } from './source-offers'

const ANA = 1
const BEN = 2
const A = { id: 'window:1:0', name: 'A' }
const B = { id: 'window:2:0', name: 'B' }

it('an id is good in its own dialogue, for its own page, while it is listed', () => {
  const offers = createSourceOffers()
  const dialogue = offers.open(ANA)
  const elsewhere = offers.open(ANA)
  offers.replace(dialogue, [A])
  offers.replace(elsewhere, [B])
  expect(dialogueSchema.safeParse(dialogue).success).toBe(true)
  expect(offers.find(ANA, dialogue, A.id)).toEqual(A)
  expect(offers.find(ANA, dialogue, B.id)).toBeNull()
  expect(offers.find(ANA, elsewhere, A.id)).toBeNull()
  expect(offers.find(BEN, dialogue, A.id)).toBeNull()
  expect(offers.find(ANA, '0'.repeat(16), A.id)).toBeNull()
  offers.replace(dialogue, [B])
  expect(offers.find(ANA, dialogue, A.id)).toBeNull()
})

it('a closed dialogue offers nothing, not even later', () => {
  const offers = createSourceOffers()
  const dialogue = offers.open(ANA)
  offers.replace(dialogue, [A])
  offers.close(dialogue)
  offers.replace(dialogue, [A])
  expect(offers.find(ANA, dialogue, A.id)).toBeNull()
})

it('one successor is offered at a time', () => {
  const offers = createSourceOffers()
  const first = offers.offerSuccessor(ANA, A)
  expect(offers.find(ANA, first, A.id)).toEqual(A)
  const second = offers.offerSuccessor(ANA, B)
  expect(offers.find(ANA, first, A.id)).toBeNull()
  expect(offers.find(ANA, second, B.id)).toEqual(B)
  offers.takeBackSuccessor(ANA)
  expect(offers.find(ANA, second, B.id)).toBeNull()
})

it('everything goes with the page, and nothing of another one', () => {
  const offers = createSourceOffers()
  const own = offers.offerSuccessor(ANA, A)
  const other = offers.offerSuccessor(BEN, B)
  offers.closeAll(ANA)
  expect(offers.find(ANA, own, A.id)).toBeNull()
  expect(offers.find(BEN, other, B.id)).toEqual(B)
})
