// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { shortId } from '../ui/names'
import { button, click, field, page, renderApp, type } from './testing/render-app'

const ID = 'c41be07a9d52'.padEnd(32, '0')
const link = (server: string) => `${server}#/call/${ID}`
/** Where the in-memory host is at home. */
const OWN = 'http://127.0.0.1:9400/'

function guest(openedWith: string | null, name = 'Ana', server = OWN) {
  const info = { ...MEMORY_STATE.info, host: 'guest', platform: 'browser', openedWith } as const
  const home = {
    status: 'ready',
    dial: server,
    advertised: server,
    embedded: false,
    oldLinksBreak: false,
  } as const
  const settings = { ...DEFAULT_SETTINGS, name }
  return renderApp({ host: { info, settings, reach: { mode: 'anywhere', home } } })
}

test('a guest with a call link says a name, then sees one person to call', async () => {
  const { client, asked } = await guest(link(OWN), '')
  await type(field(text.firstStart.name), 'Ana')
  await click(button(text.guest.continue))
  expect(page()).toContain(shortId(ID))
  expect(page()).not.toContain(text.link.title)
  expect(page()).not.toContain(OWN)
  expect(document.activeElement).toBe(button(text.guest.call))
  expect(asked('place')).toEqual([])
  await click(button(text.guest.call))
  expect(client.asked.filter(([name]) => name === 'place')).toHaveLength(1)
})

test('whoever doesn’t want to call comes to the page of their own, with the link in its field', async () => {
  await guest(link(OWN))
  await click(button(text.guest.ownPage))
  expect(page()).toContain(text.link.title)
  expect(field(text.callBox.field)).toHaveProperty('value', link(OWN))
})

test('a guest whose server wants a join code enters it before anything else', async () => {
  const { client, asked } = await guest(link(OWN))
  const refused = { status: 'waiting', code: 'join-code-needed', retryAtMs: 9_000 } as const
  await act(async () => client.connection.setState({ home: refused }))
  expect(() => button(text.guest.call)).toThrow()
  await type(field(text.joinCode.field), 'a garden of forking paths')
  await click(button(text.joinCode.use))
  expect(client.desktop.asked.at(-1)).toEqual({
    name: 'join.keep',
    input: { server: OWN, code: 'a garden of forking paths' },
  })
  expect(asked('retryHome')).toHaveLength(1)
  await act(async () => client.connection.setState({ home: { status: 'open' } }))
  expect(button(text.guest.call)).toBeDefined()
})

const appLinks = () => [...document.querySelectorAll('a')].map((one) => one.getAttribute('href'))

test('on both pages of a call link is a way into the app, as a link that only a press follows', async () => {
  const { asked } = await guest(link(OWN), '')
  const inApp = `parley://call/${ID}?server=${encodeURIComponent(OWN)}`
  expect(appLinks()).toEqual([inApp])
  expect(page()).toContain(text.guest.openInAppNeeds)
  await type(field(text.firstStart.name), 'Ana')
  await click(button(text.guest.continue))
  expect(appLinks()).toEqual([inApp])
  expect(page()).toContain(text.guest.openInAppNeeds)
  expect(asked('place')).toEqual([])
})

test.each([
  ['no link', null],
  ['a link to nobody', `${OWN}#/call/${ID}" onclick="alert(1)`],
  ['another scheme', `javascript:alert(1)//${OWN}#/call/${ID}`],
  ['an id with more behind it', `${OWN}#/call/${ID}?server=https://other.example/`],
])('without a link to somebody there is none (%s)', async (_, openedWith) => {
  await guest(openedWith, '')
  expect(appLinks()).toEqual([])
})

test('a link that can’t be called is explained beside the field', async () => {
  await guest(link('https://other.example/'))
  expect(page()).toContain(text.link.title)
})

test.each([
  ['http://127.0.0.1:9400/', 'this-computer'],
  ['https://192.168.1.7:9400/', 'this-network'],
  ['https://call.example.org/', 'anywhere'],
] as const)('a server at %s is reached from: %s', async (server, place) => {
  await guest(null, 'Ana', server)
  expect(page()).toContain(text.reach.from(text.reach.places[place]))
})
