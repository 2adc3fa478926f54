// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { button, click, field, page, renderApp, type } from './testing/render-app'

const first = { host: { settings: DEFAULT_SETTINGS } }

test('nothing starts before there is a name and a choice', async () => {
  const { client } = await renderApp(first)
  await click(button(text.firstStart.start))
  expect(page()).toContain(text.firstStart.nameMissing)
  expect(page()).toContain(text.reach.missing)
  expect(client.desktop.asked.map(({ name }) => name)).toEqual([])
})

test('name and reach are kept, then home is shown', async () => {
  const { client } = await renderApp(first)
  await type(field(text.firstStart.name), '  Ana ')
  await click(field(text.reach.thisNetwork))
  await click(button(text.firstStart.start))
  expect(client.desktop.asked).toEqual([
    { name: 'settings.change', input: { name: 'Ana' } },
    { name: 'reach.choose', input: { mode: 'this-network' } },
  ])
  expect(page()).toContain(text.link.title)
})

test('a server is named by its base URL, a wrong address is explained', async () => {
  const { client } = await renderApp(first)
  await type(field(text.firstStart.name), 'Ana')
  await click(field(text.reach.anywhere))
  await type(field(text.reach.address), 'ftp://call.example.org')
  await click(button(text.firstStart.start))
  expect(page()).toContain('begins with https')
  await type(field(text.reach.address), 'call.example.org')
  await click(button(text.firstStart.start))
  expect(client.desktop.asked[1]).toEqual({
    name: 'reach.choose',
    input: { mode: 'anywhere', server: 'https://call.example.org/' },
  })
})

test('a join code that was typed is kept for that server, before it is home', async () => {
  const { client } = await renderApp(first)
  await type(field(text.firstStart.name), 'Ana')
  await click(field(text.reach.anywhere))
  await type(field(text.reach.address), 'call.example.org')
  await type(field(text.joinCode.optional), 'short')
  await click(button(text.firstStart.start))
  expect(page()).toContain(text.joinCode.wrongLength)
  await type(field(text.joinCode.optional), 'a garden of forking paths')
  await click(button(text.firstStart.start))
  const server = 'https://call.example.org/'
  expect(client.desktop.asked.slice(-2)).toEqual([
    { name: 'join.keep', input: { server, code: 'a garden of forking paths' } },
    { name: 'reach.choose', input: { mode: 'anywhere', server } },
  ])
})

test('a refusal is told, and the way on stays open', async () => {
  const { client } = await renderApp(first)
  client.desktop.refuse('reach.choose', 'no-network-address')
  await type(field(text.firstStart.name), 'Ana')
  await click(field(text.reach.thisNetwork))
  await click(button(text.firstStart.start))
  expect(page()).toContain(text.reach.failed)
  client.desktop.refuse('reach.choose', null)
  await click(button(text.firstStart.start))
  expect(page()).toContain(text.link.title)
})

test('an unreadable key is never replaced without a question', async () => {
  const { client } = await renderApp({ host: { identity: { status: 'unreadable', detail: '' } } })
  await click(button(text.identity.startOver))
  expect(client.desktop.asked).toEqual([])
  await click(button(text.identity.keepTrying))
  await click(button(text.identity.startOver))
  await click(button(text.identity.confirmStartOver))
  expect(client.desktop.asked.map(({ name }) => name)).toEqual(['identity.startOver'])
})
