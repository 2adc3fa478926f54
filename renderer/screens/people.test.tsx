// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { MemoryClientOptions } from '../app/memory-client'
import type { Contact } from '../../shared/model/contact'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { failureWords } from '../../shared/text/en-codes'
import { historyWords } from '../../shared/text/en-history'
import { peopleWords } from '../../shared/text/en-people'
import { text } from '../../shared/text/en'
import { APPLY_AFTER_MS } from '../features/people/use-draft'
import {
  button,
  click,
  field,
  find,
  page,
  pressKey,
  renderApp,
  type,
  type TestApp,
} from './testing/render-app'

const server = 'https://call.example.org/'
const settings = { ...DEFAULT_SETTINGS, name: 'Ana', reach: { mode: 'anywhere', server, port: 0 } } as const
const ben: Contact = {
  id: 'b'.repeat(32),
  name: 'Ben Okafor',
  server,
  addedAt: 5,
  favourite: false,
  notes: 'Plumber',
  picture: null,
}
const chidi: Contact = { ...ben, id: 'c'.repeat(32), name: 'Chidi Eze', notes: '' }
const link = (id: string) => `parley://call/${id}?server=${encodeURIComponent(server)}`
const words = peopleWords.page

async function contactsOf(
  contacts: readonly Contact[],
  host: MemoryClientOptions['host'] = {},
): Promise<TestApp> {
  const app = await renderApp({
    host: { settings, contacts: { v: 2, contacts: [...contacts], blocked: [] }, ...host },
    connection: { home: { status: 'open' } },
  })
  await click(find('[role=tab]', text.home.contacts))
  return app
}

/** Dialogs are loaded when they are first opened. */
async function loaded(): Promise<void> {
  await act(async () => {
    await Promise.all([
      import('./contact-dialog'),
      import('./contacts-dialog'),
      import('./new-contact-dialog'),
    ])
  })
}

async function pageOf(name: string, app: Promise<TestApp>): Promise<TestApp> {
  const shown = await app
  await click(button(text.people.open(name)))
  await loaded()
  return shown
}

const stored = ({ client }: TestApp) => client.desktop.state().contacts.contacts

test('a name is applied when its field is left, and notes a moment after the last key', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  await type(field(words.name), 'Ben the plumber')
  await act(async () => field(words.name).blur())
  expect(stored(app)[0]?.name).toBe('Ben the plumber')
  const notes = find('textarea', words.notes)
  await act(async () => {
    Reflect.set(HTMLTextAreaElement.prototype, 'value', 'Comes after five', notes)
    notes.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(stored(app)[0]?.notes).toBe('Plumber')
  await act(() => app.clock.advance(APPLY_AFTER_MS))
  expect(stored(app)[0]).toMatchObject({ name: 'Ben the plumber', notes: 'Comes after five' })
})

test('what was typed is applied when the page is closed, too', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  await type(field(words.name), 'Benjamin')
  await click(button(text.app.close))
  expect(stored(app)[0]?.name).toBe('Benjamin')
})

test('nobody loses their name, and that is said', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  await type(field(words.name), ' \u202e ')
  expect(page()).toContain(words.nameMissing)
  await click(button(text.app.close))
  expect(stored(app)[0]?.name).toBe('Ben Okafor')
})

test('a change from another window shows, except where somebody types', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  await type(field(words.name), 'Mine')
  await act(async () => {
    await app.client.desktop.call('contacts.edit', { id: ben.id, edit: { notes: 'Theirs', name: 'Theirs' } })
  })
  expect(find('textarea', words.notes)).toHaveProperty('value', 'Theirs')
  expect(field(words.name)).toHaveProperty('value', 'Mine')
})

test('what the disk refuses is said beside its control', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  app.client.desktop.refuse('contacts.edit', 'disk-full')
  await click(button(words.makeFavourite))
  expect(page()).toContain(failureWords('disk-full'))
})

test('favourites stand first', async () => {
  const app = await pageOf('Chidi Eze', contactsOf([ben, chidi]))
  await click(button(words.makeFavourite))
  expect(stored(app)[1]?.favourite).toBe(true)
  await click(button(text.app.close))
  expect(page()).toMatch(/Favourites.*Chidi Eze.*Others.*Ben Okafor/s)
})

test('search finds by the notes', async () => {
  await contactsOf([ben, chidi])
  await type(field(text.home.search), 'plumb')
  expect(page()).toContain('Ben Okafor')
  expect(page()).not.toContain('Chidi Eze')
})

test('a deleted contact comes back whole', async () => {
  const whole = { ...ben, favourite: true, via: 'https://via.example/' }
  const app = await pageOf('Ben Okafor', contactsOf([whole, chidi]))
  await click(button(words.remove))
  expect(stored(app)).toEqual([chidi])
  expect(page()).toContain(words.removed('Ben'))
  await click(button(historyWords.undo))
  expect(stored(app)).toEqual([chidi, whole])
})

test('a page whose contact goes away closes', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  await act(async () => {
    await app.client.desktop.call('contacts.remove', { ids: [ben.id] })
  })
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

test('their link is copied bare, or with the name to be sent on', async () => {
  const { client } = await pageOf('Ben Okafor', contactsOf([ben]))
  await click(button(words.copy))
  await click(button(words.sendOn))
  const copied = client.desktop.asked
    .filter(({ name }) => name === 'clipboard.write')
    .map(({ input }) => input)
  expect(copied).toEqual([{ text: link(ben.id) }, { text: `Ben Okafor\n${link(ben.id)}` }])
})

test('a call from the page closes it', async () => {
  const { asked } = await pageOf('Ben Okafor', contactsOf([ben]))
  await click(find('[role=dialog] button', text.people.callWithSound('Ben Okafor')))
  expect(asked('place')).toEqual([['place', { id: ben.id, name: 'Ben Okafor', server }, false]])
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

test('whoever is blocked stands among the blocked, and is let in again from there', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben]))
  await click(button(historyWords.block))
  expect(app.client.desktop.state().contacts.blocked).toMatchObject([{ id: ben.id, name: 'Ben Okafor' }])
  expect(page()).toContain(words.blockedHint)
  await click(button(text.app.close))
  expect(page()).toContain(text.people.blocked)
  await click(button(text.people.manage))
  await loaded()
  await click(button(peopleWords.blocked.unblock('Ben Okafor')))
  expect(app.client.desktop.state().contacts.blocked).toEqual([])
  expect(page()).toContain(peopleWords.blocked.nobody)
})

test('a contact is made from a link and a name, never from half a link', async () => {
  const app = await contactsOf([chidi])
  await click(button(text.people.add))
  await loaded()
  const linkField = find('[role=dialog] input', text.callBox.field)
  await type(linkField, 'parley://call/b41b?server=https%3A%2F%2Fa.example%2F')
  expect(page()).toContain('4 of 32 characters')
  await type(linkField, link(chidi.id))
  expect(page()).toContain(peopleWords.add.known('Chidi Eze'))
  await type(linkField, link(ben.id))
  await click(button(peopleWords.add.save))
  expect(page()).toContain(peopleWords.add.nameMissing)
  await type(field(words.name), 'Ben')
  await click(button(peopleWords.add.save))
  expect(stored(app)[1]).toMatchObject({ id: ben.id, name: 'Ben', server })
  expect(find('[role=dialog] h2', words.title)).toBeTruthy()
})

test('Space opens the page, Enter calls', async () => {
  const { asked } = await contactsOf([ben])
  await act(async () => find('[data-row]', 'Ben Okafor').focus())
  await pressKey('Enter')
  expect(asked('place')).toHaveLength(1)
  await pressKey(' ')
  await loaded()
  expect(field(words.name)).toHaveProperty('value', 'Ben Okafor')
})

test('a stored picture stands in the avatar, and initials where none is', async () => {
  const picture = '1'.repeat(32)
  await contactsOf([{ ...ben, picture }, chidi], { pictures: { [picture]: 'AAAA' } })
  const shown = [...document.querySelectorAll('[data-row] .avatar')].map(
    (avatar) => avatar.querySelector('img')?.getAttribute('src') ?? avatar.textContent,
  )
  expect(shown).toEqual(['data:image/jpeg;base64,AAAA', 'CE'])
})

test('calls with one person go through the relay only, until that is switched off', async () => {
  const app = await pageOf('Ben Okafor', contactsOf([ben, chidi]))
  const relay = () => find('[role=switch]', words.relayOnly)
  expect(relay()).toHaveProperty('checked', false)
  await click(relay())
  expect(stored(app).map(({ relayOnly }) => relayOnly)).toEqual([true, undefined])
  expect(relay()).toHaveProperty('checked', true)
  await click(relay())
  expect(stored(app)[0]?.relayOnly).toBe(false)
  app.client.desktop.refuse('contacts.edit', 'disk-full')
  await click(relay())
  expect(relay()).toHaveProperty('checked', false)
  expect(page()).toContain(failureWords('disk-full'))
})

test('the setting for everybody is above a person’s own, and says so', async () => {
  await pageOf('Ben Okafor', contactsOf([ben], { settings: { ...settings, relayOnly: true } }))
  const relay = find('[role=switch]', words.relayOnly)
  expect(relay).toMatchObject({ checked: true, disabled: true })
  expect(page()).toContain(words.relayOnlyForAll)
})
