// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { writeContactsJson } from '../../shared/exchange/contacts-json'
import type { Contact } from '../../shared/model/contact'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { failureWords } from '../../shared/text/en-codes'
import { peopleWords } from '../../shared/text/en-people'
import { text } from '../../shared/text/en'
import { button, click, find, page, renderApp, type TestApp } from './testing/render-app'

const server = 'https://call.example.org/'
const settings = { ...DEFAULT_SETTINGS, name: 'Ana', reach: { mode: 'anywhere', server, port: 0 } } as const
const ben: Contact = {
  ...{ id: 'b'.repeat(32), name: 'Ben', server, addedAt: 5 },
  ...{ favourite: true, notes: 'Mine', picture: null },
}
const theirs = { ...ben, name: 'Benjamin', notes: 'Theirs' }
const chidi: Contact = { ...ben, id: 'c'.repeat(32), name: 'Chidi', notes: '' }
const words = peopleWords.importing
const written = (contacts: readonly Contact[]) => writeContactsJson(contacts, () => null)

async function importing(contacts: readonly Contact[]): Promise<TestApp> {
  const app = await renderApp({
    host: { settings, contacts: { v: 2, contacts: [...contacts], blocked: [] } },
    connection: { home: { status: 'open' } },
  })
  await click(find('[role=tab]', text.home.contacts))
  await click(button(text.people.manage))
  await act(async () => {
    await import('./contacts-dialog')
  })
  return app
}

async function choose(content: string): Promise<void> {
  const files = document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]')
  if (!files) throw new Error('no field for a file')
  Object.defineProperty(files, 'files', { configurable: true, value: [new File([content], 'contacts.json')] })
  await act(async () => void files.dispatchEvent(new Event('change', { bubbles: true })))
  // The file is read outside React.
  await act(() => vi.waitFor(() => expect(page()).not.toContain(words.reading)))
}

const stored = ({ client }: TestApp) => client.desktop.state().contacts.contacts

test('nothing is taken before the preview was seen, and cancelling takes nothing', async () => {
  const app = await importing([ben])
  await choose(written([theirs, chidi]))
  expect(page()).toContain(words.fresh(1))
  expect(page()).toContain(words.known(1, 0))
  await click(button(text.app.cancel))
  expect(stored(app)).toEqual([ben])
  expect(app.client.desktop.asked.filter(({ name }) => name.startsWith('contacts.'))).toEqual([])
})

test('whoever is there keeps their own, unless the file is chosen', async () => {
  const app = await importing([ben])
  await choose(written([theirs, chidi]))
  await click(button(words.take(1)))
  expect(stored(app)).toEqual([ben, chidi])
  expect(page()).toContain(words.taken({ added: 1, changed: 0, withoutPicture: 0 }))
  await choose(written([theirs]))
  await click(find('[role=radio]', words.replace))
  expect(page()).toContain(words.changes('name, notes'))
  await click(button(words.take(1)))
  expect(stored(app)).toEqual([{ ...ben, name: 'Benjamin', notes: 'Theirs' }, chidi])
})

test('lines that are left out say which and why', async () => {
  await importing([ben])
  await choose(written([chidi]).replace(']}', ',{"id":"b41b","name":"Half"}\n]}'))
  expect(page()).toContain(words.line(3))
  expect(page()).toContain(words.reasons['id-wrong'])
})

test('a foreign file gets a sentence, and nothing changes', async () => {
  const app = await importing([ben])
  await choose('BEGIN:VCALENDAR\r\n')
  expect(find('[role=dialog] [role=alert]', words.problems.calendar)).toBeTruthy()
  expect(stored(app)).toEqual([ben])
})

test('what the disk refuses is said, and the preview stays', async () => {
  const app = await importing([])
  app.client.desktop.refuse('contacts.put', 'disk-full')
  await choose(written([chidi]))
  await click(button(words.take(1)))
  expect(page()).toContain(failureWords('disk-full'))
  expect(button(words.take(1))).toBeTruthy()
})
