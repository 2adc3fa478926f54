// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { historyWords } from '../../shared/text/en-history'
import type { MemoryClientOptions } from '../app/memory-client'
import type { CallView, Phase } from '../features/calls/calls-store'
import { button, click, find, page, pressKey, renderApp, type TestApp } from './testing/render-app'

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const server = 'https://call.example.org/'
const ben = 'b'.repeat(32)
const view: CallView = {
  callId: '1',
  direction: 'incoming',
  person: { id: ben, name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'ringing' },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen: null },
  callBack: `parley://call/${ben}?server=${encodeURIComponent(server)}`,
}
const with_ = (change: Partial<CallView>): Omit<MemoryClientOptions, 'clock'> => ({
  host: { settings },
  calls: { calls: [{ ...view, ...change }] },
})
const inPhase = (phase: Phase, change: Partial<CallView> = {}) => with_({ phase, ...change })
const talking = inPhase({ name: 'connected', sinceMs: 0 })

test.each([
  ['v', [['accept', '1', true]]],
  ['s', [['accept', '1', false]]],
  ['d', [['decline', '1']]],
])('while it rings Alt %s answers', async (key, commands) => {
  const { client } = await renderApp(with_({}))
  await pressKey(key, { altKey: true })
  expect(client.asked).toEqual(commands)
})

test('while it rings a stray Space or Enter neither accepts nor declines', async () => {
  const { client } = await renderApp(with_({}))
  expect(document.activeElement?.getAttribute('role')).toBe('alertdialog')
  await pressKey(' ')
  await pressKey('Enter')
  expect(client.asked).toEqual([])
})

test('Escape only switches the tone off', async () => {
  const { client } = await renderApp(with_({}))
  await pressKey('Escape')
  expect(client.asked).toEqual([['silence']])
  expect(page()).toContain(text.incoming.silenced)
})

test('a dialog makes way for a ring, which takes the focus', async () => {
  const { client } = await renderApp({ host: { settings } })
  await pressKey(',', { ctrlKey: true })
  await act(async () => {
    await import('./settings-dialog')
  })
  expect(page()).toContain(text.settings.light)
  await act(async () => client.calls.setState({ calls: [view] }))
  expect(page()).not.toContain(text.settings.light)
  expect(document.activeElement?.getAttribute('role')).toBe('alertdialog')
})

test.each<[string, (app: TestApp) => Promise<unknown>]>([
  ['a key', () => pressKey(',', { ctrlKey: true })],
  ['the list of keys', () => pressKey('/', { ctrlKey: true })],
  ['the tray', ({ client }) => act(async () => client.desktop.emit('verb.asked', { verb: 'open-settings' }))],
])('nothing is laid over somebody who rings: by %s', async (_, opens) => {
  const app = await renderApp(with_({}))
  await opens(app)
  await act(async () => {
    await Promise.all([import('./settings-dialog'), import('./keys-dialog')])
  })
  expect(document.querySelectorAll('[role=dialog]')).toHaveLength(0)
  expect(document.activeElement?.getAttribute('role')).toBe('alertdialog')
})

test('a stranger is named as one, and no markup of theirs is drawn', async () => {
  await renderApp(with_({ person: { id: ben, name: '<b>Bank</b>\u202e', isContact: false } }))
  expect(page()).toContain('<b>Bank</b>')
  expect(document.querySelector('b')).toBeNull()
  expect(page()).toContain(text.incoming.stranger)
})

test.each([
  ['m', {}, ['setMicrophone', '1', false]],
  ['v', {}, ['setCamera', '1', true]],
  ['H', { ctrlKey: true, shiftKey: true }, ['hangUp', '1']],
])('in a call %s works', async (key, modifiers, command) => {
  const { client } = await renderApp(talking)
  await pressKey(key, modifiers)
  expect(client.asked).toEqual([command])
})

test('no letter alone ends a call', async () => {
  const { client } = await renderApp(talking)
  for (const letter of 'abceghjklnopqrstuwxyz') await pressKey(letter)
  expect(client.asked.filter(([name]) => name === 'hangUp')).toEqual([])
})

test('letters belong to a field while it has the focus', async () => {
  const { client } = await renderApp(talking)
  const typing = document.body.appendChild(document.createElement('input'))
  typing.focus()
  await pressKey('m')
  typing.remove()
  expect(client.asked).toEqual([])
})

test('the duration runs from when both were connected', async () => {
  const { clock } = await renderApp(talking)
  await act(() => clock.advance(67_000))
  expect(page()).toContain('1:07')
})

test('what a device lacks is said with its remedy, and can be taken away', async () => {
  const { asked } = await renderApp(
    inPhase(
      { name: 'connected', sinceMs: 0 },
      { local: { microphone: { is: 'none', code: 'device-in-use' }, camera: { is: 'off' } } },
    ),
  )
  expect(page()).toContain('Another program uses the microphone')
  await click(button(text.app.tryAgain))
  expect(asked('retry')).toEqual([['retry', 'microphone']])
  await click(button(text.app.dismiss))
  expect(page()).not.toContain('Another program uses the microphone')
})

test('their mute is shown, and said once', async () => {
  const { client } = await renderApp(talking)
  const muted = {
    ...view,
    phase: { name: 'connected', sinceMs: 0 },
    remote: { microphone: 'off', camera: 'off', screen: null },
  } as const
  await act(async () => client.calls.setState({ calls: [muted] }))
  expect(page()).toContain(text.call.isMuted('Ben'))
  const polite = document.querySelector('.sr[aria-live="polite"]')
  expect(polite?.textContent).toBe(text.call.announce.remoteMuted('Ben'))
})

test('the end stays until it is read, says why, and leads to the next call', async () => {
  const { client, asked } = await renderApp(
    inPhase({ name: 'ended', reason: 'busy', talkedMs: 0 }, { direction: 'outgoing' }),
  )
  expect(page()).toContain('Ben is in another call')
  await pressKey('Enter')
  expect(asked('dismiss')).toEqual([])
  await click(button(text.ended.callAgain))
  expect(client.asked).toEqual([
    ['dismiss', '1'],
    ['place', { id: ben, name: 'Ben Okafor', server }, true],
  ])
})

test('somebody unknown who called in vain can be blocked from there; nobody else', async () => {
  const missed = { name: 'ended', reason: 'missed', talkedMs: 0 } as const
  const { client } = await renderApp(inPhase(missed, { direction: 'incoming' }))
  await click(button(historyWords.blockPerson(historyWords.block, 'Ben Okafor')))
  expect(client.desktop.state().contacts.blocked).toMatchObject([{ id: ben, name: 'Ben Okafor' }])
  expect(client.asked).toEqual([['dismiss', '1']])
})

test.each<[string, Phase, Partial<CallView>]>([
  ['whom we called', { name: 'ended', reason: 'no-answer', talkedMs: 0 }, { direction: 'outgoing' }],
  [
    'with whom we talked',
    { name: 'ended', reason: 'ended-by-other', talkedMs: 9 },
    { direction: 'incoming' },
  ],
])('somebody %s isn’t offered to be blocked', async (_, phase, change) => {
  await renderApp(inPhase(phase, change))
  expect(page()).not.toContain(historyWords.block)
})

test('Esc leaves the page of a call that ended', async () => {
  const { asked } = await renderApp(inPhase({ name: 'ended', reason: 'ended-by-other', talkedMs: 9 }))
  await pressKey('Escape')
  expect(asked('dismiss')).toHaveLength(1)
})

test('in a call without pictures one’s own stored picture stands for oneself, and initials where there is none', async () => {
  const picture = '1'.repeat(32)
  await renderApp({
    ...talking,
    host: { settings: { ...settings, picture }, pictures: { [picture]: 'AAAA' } },
  })
  const [them, us] = document.querySelectorAll('.voice')
  expect(us?.textContent).toContain(text.call.you)
  expect(us?.querySelector('img')?.src).toBe('data:image/jpeg;base64,AAAA')
  expect([them?.querySelector('img'), them?.textContent]).toEqual([null, expect.stringContaining('BO')])
})

test('a person can be saved from the end of a call', async () => {
  const { client } = await renderApp(inPhase({ name: 'ended', reason: 'ended-by-other', talkedMs: 9 }))
  const before = document.activeElement
  await act(async () => button(text.people.saveShort).focus())
  await click(button(text.people.saveShort))
  expect(client.desktop.state().contacts.contacts).toMatchObject([{ id: ben, name: 'Ben Okafor', server }])
  // The button is gone, and with it would be the focus: Esc would leave no longer.
  expect(document.activeElement).toBe(before)
})

test('a person who couldn’t be saved from the end of a call is not said to be', async () => {
  const { client } = await renderApp(inPhase({ name: 'ended', reason: 'ended-by-other', talkedMs: 9 }))
  client.desktop.refuse('contacts.put', 'disk-full')
  await click(button(text.people.saveShort))
  expect(page()).not.toContain(text.people.saved('Ben Okafor'))
  expect(page()).toContain(failureWords('disk-full'))
  client.desktop.refuse('contacts.put', null)
  await click(button(text.people.saveShort))
  expect(page()).toContain(text.people.saved('Ben Okafor'))
  expect(page()).not.toContain(failureWords('disk-full'))
})

test('a person who couldn’t be saved from the call’s menu is not said to be', async () => {
  const { client } = await renderApp(talking)
  client.desktop.refuse('contacts.put', 'disk-full')
  await click(button(text.call.more))
  await click(find('[role=menuitem]', text.people.save('Ben Okafor')))
  expect(page()).not.toContain(text.people.saved('Ben Okafor'))
  // Seen, not only said aloud.
  expect(find('.note', failureWords('disk-full')).textContent).toContain(failureWords('disk-full'))
  await click(button(text.app.dismiss))
  expect(page()).not.toContain(failureWords('disk-full'))
})

test('an end that the user chose needs no page, and leaves the list', async () => {
  const { client, asked } = await renderApp(with_({ direction: 'outgoing' }))
  const ended = { ...view, phase: { name: 'ended', reason: 'cancelled-by-me', talkedMs: 0 } } as const
  await act(async () => client.calls.setState({ calls: [ended] }))
  expect(page()).toContain(text.link.title)
  expect(asked('dismiss')).toEqual([['dismiss', '1']])
})

test('letters switched off do nothing and stand in no tooltip; other keys work on', async () => {
  const { client } = await renderApp({
    ...talking,
    host: { settings: { ...settings, letterKeys: false } },
  })
  await pressKey('m')
  await pressKey('?')
  expect(client.asked).toEqual([])
  expect(document.querySelector('[role="dialog"]')).toBeNull()
  expect(button(text.call.mute).getAttribute('aria-keyshortcuts')).toBeNull()
  await pressKey('H', { ctrlKey: true, shiftKey: true })
  expect(client.asked).toEqual([['hangUp', '1']])
})
