import { expect, it } from 'vitest'
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { appLink } from '../../../shared/link/call-link'
import type { CallRecord } from '../../../shared/model/call-record'
import type { Contact } from '../../../shared/model/contact'
import { storedVia } from './stored-via'

const BEN = 'b'.repeat(32)
const server = (text: string) => {
  const base = normaliseBaseUrl(text)
  if (!base.ok) throw new Error(base.code)
  return base.value
}
const [THERE, ELSEWHERE] = [server('http://192.168.1.4:9000/'), server('https://elsewhere.example/')]
const VIA = server('http://10.0.0.1/')
const link = { id: BEN, server: THERE }

const contact = (change: Partial<Contact>): Contact => ({
  ...{ id: BEN, name: 'Ben', server: THERE, addedAt: 0, favourite: false, notes: '', picture: null },
  ...change,
})
const record = (change: Partial<CallRecord>): CallRecord => ({
  ...{
    n: 1,
    callId: 'c'.repeat(32),
    id: BEN,
    name: 'Ben',
    direction: 'incoming',
    video: true,
    reason: 'missed',
  },
  ...{ startedAt: 0, talkedMs: 0, callBack: appLink(link) },
  ...change,
})

it.each<[string, readonly Contact[], readonly CallRecord[], string | null]>([
  ['nothing stored', [], [], null],
  ['a contact whose link came with a call', [contact({ via: VIA })], [], VIA],
  ['a call', [], [record({ via: VIA })], VIA],
  ['a contact from before, and a call', [contact({})], [record({ via: VIA })], VIA],
  ['a link of the user’s own', [contact({})], [record({ direction: 'outgoing' })], null],
  ['somebody else', [contact({ id: 'a'.repeat(32), via: VIA })], [], null],
  ['another server', [contact({ server: ELSEWHERE, via: VIA })], [], null],
  ['a call without a link', [], [record({ callBack: null, via: VIA })], null],
  ['damage', [contact({ via: 'garbage://' })], [], null],
])('%s', (_, contacts, records, via) => {
  expect(storedVia({ contacts, records }, link)).toBe(via)
})
