// Owns the scenarios of contacts: favourites, pictures, blocked people, odd names, nobody.
import { NO_CONTACTS, type Contact } from '../../shared/model/contact'
import { GALLERY_NOW } from './gallery-clock'
import { ANA_FACE, BEN_FACE } from './people-faces'
import {
  BEN,
  CHIDI,
  CONTACTS,
  DALIA,
  EMOJI,
  HUNDRED,
  LONG,
  RIGHT_TO_LEFT,
  SERVER,
  call,
} from './people-in-pictures'
import type { PeopleName } from './people-names'
import { home, type Scenario } from './scenario-parts'

const [BENS, DALIAS] = ['1'.repeat(32), '2'.repeat(32)]
const pictures = { [BENS]: BEN_FACE, [DALIAS]: ANA_FACE }
const NOTES = 'Plumber. Comes after 17:00, needs the key from number 12.\nNever on Fridays.'

const contactOf = (who: { id: string; name: string }, change: Partial<Contact> = {}): Contact => ({
  ...who,
  ...{ server: SERVER, addedAt: GALLERY_NOW, favourite: false, notes: '', picture: null },
  ...change,
})

const SOME: readonly Contact[] = [
  contactOf(BEN, { favourite: true, notes: NOTES, picture: BENS }),
  contactOf(DALIA, { favourite: true, picture: DALIAS }),
  contactOf(CHIDI),
  contactOf(LONG, { server: null }),
]
const ODD: readonly Contact[] = [
  contactOf(HUNDRED, { favourite: true, notes: 'x'.repeat(2_000) }),
  contactOf(RIGHT_TO_LEFT, { notes: 'صديق قديم' }),
  contactOf(EMOJI, { favourite: true }),
]

function withContacts(contacts: readonly Contact[], change: Scenario = {}): Scenario {
  const blocked = contacts.slice(2, 3).map(({ id, name }) => ({ id, name, blockedAt: GALLERY_NOW }))
  return home({
    ...change,
    people: { contacts, blocked },
    host: { pictures, contacts: { v: 2, contacts: [...contacts], blocked } },
  })
}

export function peopleScenarios(): Readonly<Record<PeopleName, Scenario>> {
  return {
    contacts: withContacts(SOME),
    'contacts-odd': withContacts(ODD),
    'contacts-nobody': home({ host: { contacts: NO_CONTACTS }, people: { contacts: [], records: [] } }),
    'contacts-incoming': withContacts([...SOME, ...CONTACTS.slice(4)], {
      calls: {
        calls: [
          call(BEN, {
            direction: 'incoming',
            phase: { name: 'ringing' },
            remote: null,
          }),
        ],
      },
    }),
  }
}
