// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import type { MemoryClientOptions } from '../app/memory-client'
import type { CallRecord } from '../../shared/model/call-record'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import type { CallView } from '../features/calls/calls-store'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { button, click, field, find, page, pressKey, renderApp, type } from './testing/render-app'

const server = 'https://call.example.org/'
const ben = 'b'.repeat(32)
const own = MEMORY_STATE.identity.status === 'ready' ? MEMORY_STATE.identity.id : ''
const link = (id: string) => `parley://call/${id}?server=${encodeURIComponent(server)}`
const settings = { ...DEFAULT_SETTINGS, name: 'Ana', reach: { mode: 'anywhere', server, port: 0 } } as const
const record: CallRecord = {
  n: 1,
  callId: '1'.padStart(32, '0'),
  id: ben,
  name: 'Ben Okafor',
  direction: 'incoming',
  video: true,
  reason: 'missed',
  startedAt: 0,
  talkedMs: 0,
  callBack: link(ben),
}
const home: Omit<MemoryClientOptions, 'clock'> = {
  host: { settings, history: { v: 2, next: 2, seenBelow: 1, records: [record] } },
  connection: { home: { status: 'open' }, appLink: link(own) },
}
/** As the in-memory client numbers the call that was placed. */
const silentCall: CallView = {
  callId: 'placed',
  direction: 'outgoing',
  person: { id: ben, name: '', isContact: false },
  video: true,
  phase: { name: 'ended', reason: 'server-unreachable', talkedMs: 0 },
  local: { microphone: { is: 'off' }, camera: { is: 'off' } },
  remote: null,
  callBack: link(ben),
}
const linkField = () => field(text.callBox.field)

test('a pasted link is called only when pressed, with or without a picture', async () => {
  const { asked } = await renderApp(home)
  await type(linkField(), link(ben))
  expect(asked('place')).toEqual([])
  await click(button(text.callBox.callSound))
  expect(asked('place')).toEqual([['place', { id: ben, server, name: '' }, false]])
})

test('half a link is explained beside the field, and not called', async () => {
  const { asked } = await renderApp(home)
  await type(linkField(), 'parley://call/b41b?server=https%3A%2F%2Fa.example%2F')
  expect(page()).toContain('4 of 32 characters')
  expect(linkField().getAttribute('aria-invalid')).toBe('true')
  await click(button(text.callBox.call))
  expect(asked('place')).toEqual([])
})

test("one's own link is told as such", async () => {
  await renderApp(home)
  await type(linkField(), link(own))
  expect(page()).toContain(text.callBox.own)
})

test('pressing Call without a link says what is missing', async () => {
  await renderApp(home)
  await click(button(text.callBox.call))
  expect(page()).toContain('Paste the link of the person')
  expect(document.activeElement).toBe(linkField())
})

test('a link opened from outside is offered, never dialled', async () => {
  const { client, asked } = await renderApp(home)
  await act(async () => client.desktop.emit('link.opened', { link: link(ben) }))
  expect(linkField()).toHaveProperty('value', link(ben))
  expect(page()).toContain(text.callBox.opened)
  expect(asked('place')).toEqual([])
})

test('a link opened from outside overwrites nothing', async () => {
  const { client } = await renderApp(home)
  await type(linkField(), 'half')
  await act(async () => client.desktop.emit('link.opened', { link: link(ben) }))
  expect(linkField()).toHaveProperty('value', 'half')
  await click(button(text.callBox.useOpened))
  expect(linkField()).toHaveProperty('value', link(ben))
})

test.each([
  ['its button', () => click(button(text.link.copy))],
  ['its key', () => pressKey('C', { ctrlKey: true, shiftKey: true })],
])('the own link is copied by %s, and that is shown and said', async (_, copy) => {
  const { client } = await renderApp(home)
  await copy()
  expect(button(text.link.copied)).toBeTruthy()
  expect(page()).toContain(text.link.copiedAnnounced)
  const copied = { name: 'clipboard.write', input: { text: link(own) } }
  expect(client.desktop.asked.filter(({ name }) => name === 'clipboard.write')).toEqual([copied])
})

test('that old links break is said until the new one is copied', async () => {
  const ready = { status: 'ready', dial: server, advertised: server, embedded: true } as const
  const { client } = await renderApp({
    ...home,
    host: { ...home.host, reach: { mode: 'this-network', home: { ...ready, oldLinksBreak: true } } },
  })
  client.desktop.refuse('clipboard.write', 'internal')
  await click(button(text.banner.copyNewLink))
  expect(page()).toContain(text.banner.oldLinksBreak)
  expect(page()).toContain(text.link.copyFailed)
  client.desktop.refuse('clipboard.write', null)
  await click(button(text.banner.copyNewLink))
  expect(page()).not.toContain(text.banner.oldLinksBreak)
  expect(page()).toContain(text.link.copiedAnnounced)
})

test('keys lead to the link field and to the search', async () => {
  await renderApp(home)
  expect(await pressKey('l', { ctrlKey: true })).toBe(true)
  expect(document.activeElement).toBe(linkField())
  await pressKey('f', { ctrlKey: true })
  expect(document.activeElement).toBe(field(text.home.search))
})

test('a recent call is called back by Enter on its row and by its buttons', async () => {
  const { asked } = await renderApp(home)
  await act(async () => find('[data-row]', '').focus())
  await pressKey('Enter')
  await click(button(text.people.callWithSound('Ben Okafor')))
  const target = { id: ben, name: 'Ben Okafor', server }
  expect(asked('place')).toEqual([
    ['place', target, true],
    ['place', target, false],
  ])
})

test('a person is saved from the list, and stands among the contacts', async () => {
  const { client } = await renderApp(home)
  await click(button(text.people.save('Ben Okafor')))
  expect(client.desktop.state().contacts.contacts).toMatchObject([{ id: ben, name: 'Ben Okafor', server }])
  await click(find('[role=tab]', text.home.contacts))
  expect(page()).toContain(text.people.seenOn('call.example.org'))
})

test('a person who couldn’t be saved from the list is not said to be', async () => {
  const { client } = await renderApp(home)
  client.desktop.refuse('contacts.put', 'disk-full')
  await click(button(text.people.save('Ben Okafor')))
  expect(page()).not.toContain(text.people.saved('Ben Okafor'))
  expect(page()).toContain(failureWords('disk-full'))
})

test('search leaves who matches', async () => {
  await renderApp(home)
  await type(field(text.home.search), 'zora')
  expect(page()).not.toContain('Ben Okafor')
  expect(page()).toContain(text.home.nobodyFound('zora'))
})

test('a server that is silent is tried again now, and the wait is counted down', async () => {
  const waiting = { status: 'waiting', code: 'server-unreachable', retryAtMs: 8_000 } as const
  const { asked, clock } = await renderApp({ ...home, connection: { home: waiting } })
  expect(page()).toContain(text.banner.nextTry(8))
  await act(() => clock.advance(2_000))
  expect(page()).toContain(text.banner.nextTry(6))
  await click(button(text.banner.tryNow))
  expect(asked('retryHome')).toHaveLength(1)
})

const CODE = 'a garden of forking paths'
const KEPT = { server, code: CODE }
const keptCodes = ({ desktop }: Awaited<ReturnType<typeof renderApp>>['client']) =>
  desktop.asked.filter(({ name }) => name === 'join.keep').map(({ input }) => input)
const ready = { status: 'ready', dial: server, advertised: server, embedded: false } as const

test.each(['join-code-needed', 'join-code-wrong'] as const)(
  'a home server that says %s is given the code, and dialled again',
  async (code) => {
    const reach = { mode: 'anywhere', home: { ...ready, oldLinksBreak: false } } as const
    const { asked, client } = await renderApp({
      host: { ...home.host, reach },
      connection: { ...home.connection, reach, home: { status: 'stopped', code } },
    })
    expect(page()).toContain(failureWords(code))
    await click(button(text.joinCode.enter))
    // The dialog is loaded when it is first opened.
    await vi.waitFor(() => field(text.joinCode.field), { timeout: 30_000 })
    await type(field(text.joinCode.field), CODE)
    client.desktop.refuse('join.keep', 'disk-full')
    await click(button(text.joinCode.use))
    expect(page()).toContain(failureWords('disk-full'))
    expect(asked('retryHome')).toEqual([])
    client.desktop.refuse('join.keep', null)
    await click(button(text.joinCode.use))
    expect(keptCodes(client)).toEqual([KEPT, KEPT])
    expect(asked('retryHome')).toHaveLength(1)
  },
  60_000,
)

test('a server that wants a code for a call is given it, and called again', async () => {
  const ended = { name: 'ended', reason: 'join-code-needed', talkedMs: 0 } as const
  const { asked, client } = await renderApp({ ...home, calls: { calls: [{ ...silentCall, phase: ended }] } })
  await type(field(text.joinCode.field), CODE)
  await click(button(text.joinCode.useAndCall))
  expect(keptCodes(client)).toEqual([KEPT])
  expect(asked('place')).toEqual([['place', { id: ben, server, name: '' }, true]])
})

test('another start took our place: it is taken back on a press', async () => {
  const { asked } = await renderApp({
    ...home,
    connection: { home: { status: 'stopped', code: 'superseded' } },
  })
  expect(page()).toContain(text.banner.superseded)
  await click(button(text.banner.useHere))
  expect(asked('retryHome')).toHaveLength(1)
})

test('with a locked keyring nothing is called, and the reason is there', async () => {
  const { asked } = await renderApp({ ...home, host: { settings, identity: { status: 'locked' } } })
  await type(linkField(), link(ben))
  await click(button(text.callBox.call))
  expect(asked('place')).toEqual([])
  expect(page()).toContain(text.callBox.locked)
})

test('a link whose server is silent comes back into the field, with the reason beside it', async () => {
  const { client } = await renderApp(home)
  await type(linkField(), link(ben))
  await click(button(text.callBox.call))
  expect(linkField()).toHaveProperty('value', '')
  await act(async () => client.calls.setState({ calls: [silentCall] }))
  expect(linkField()).toHaveProperty('value', link(ben))
  expect(page()).toContain(text.callBox.noServer('call.example.org'))
  await type(linkField(), 'parley:')
  expect(page()).not.toContain(text.callBox.noServer('call.example.org'))
})

test('the sheet of all keys has the focus at once, so that keys scroll it', async () => {
  await renderApp(home)
  await act(async () => {
    await import('./keys-dialog')
  })
  await pressKey('/', { ctrlKey: true })
  await act(() => vi.waitFor(() => expect(document.activeElement?.className).toBe('dialog-body')))
})
