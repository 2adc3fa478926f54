// @vitest-environment happy-dom
// Being rung beyond answering: words with a decline, somebody who is called like a contact, and what a call says by itself.
import { act } from 'react'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { diagnosisWords } from '../../shared/text/en-diagnosis'
import { text } from '../../shared/text/en'
import type { MemoryClientOptions } from '../app/memory-client'
import type { CallView } from '../features/calls/calls-store'
import { button, click, page, pressKey, renderApp } from './testing/render-app'

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
  declineMessages: ['', 'On a train', ''],
} as const
const view: CallView = {
  callId: '1',
  direction: 'incoming',
  person: { id: 'b'.repeat(32), name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'ringing' },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: null,
  callBack: null,
}
const showing = (change: Partial<CallView> = {}): Omit<MemoryClientOptions, 'clock'> => ({
  host: { settings: { ...settings, declineMessages: [...settings.declineMessages] } },
  calls: { calls: [{ ...view, ...change }] },
})
const [standard] = text.incoming.messages

test('Alt M offers three messages, and nothing is said before one is pressed', async () => {
  const { client } = await renderApp(showing())
  await pressKey('m', { altKey: true })
  expect(page()).toContain(text.incoming.messageTitle('Ben'))
  await pressKey('Enter')
  await pressKey(' ')
  expect(client.asked).toEqual([])
  await click(button('On a train'))
  expect(client.asked).toEqual([['decline', '1', 'On a train']])
})

test('the second click of a double click on what opened them says nothing', async () => {
  const { client } = await renderApp(showing())
  await click(button(text.incoming.message))
  await act(async () => {
    button('On a train').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
  })
  expect(client.asked).toEqual([])
})

test('where the user wrote none, the words are ours', async () => {
  const { client } = await renderApp(showing())
  await click(button(text.incoming.message))
  await click(button(standard ?? ''))
  expect(client.asked).toEqual([['decline', '1', standard]])
})

test('Escape leads back from the messages, and leaves the tone on', async () => {
  const { client } = await renderApp(showing())
  await click(button(text.incoming.message))
  await pressKey('Escape')
  expect(page()).toContain(text.incoming.acceptVideo)
  expect(client.asked).toEqual([])
  expect(document.activeElement?.getAttribute('role')).toBe('alertdialog')
})

test('while the messages are shown the call can still be accepted by its key', async () => {
  const { client } = await renderApp(showing())
  await click(button(text.incoming.message))
  await pressKey('v', { altKey: true })
  expect(client.asked).toEqual([['accept', '1', true]])
})

const namesake = { ...view.person, namesake: 'Ben Okafor' }

test.each<[string, Partial<CallView>]>([
  ['while it rings', {}],
  ['in the call', { phase: { name: 'connected', sinceMs: 0 } }],
  ['after it', { phase: { name: 'ended', reason: 'missed', talkedMs: 0 } }],
])('a namesake of a contact is told apart %s', async (_, change) => {
  await renderApp(showing({ ...change, person: namesake }))
  expect(page()).toContain(text.call.notNamesake('Ben Okafor'))
})

test('it is said aloud with the ring', async () => {
  const { client } = await renderApp({ host: { settings: showing().host?.settings ?? DEFAULT_SETTINGS } })
  await act(async () => client.calls.setState({ calls: [{ ...view, person: namesake }] }))
  const said = document.querySelector('[aria-live="assertive"]')?.textContent
  expect(said).toBe('Ben Okafor is calling with video. Not the Ben Okafor in your contacts.')
})

test('words with a decline are shown as they are, and open nothing', async () => {
  const words = 'See https://evil.example/ <b>now</b>'
  await renderApp(
    showing({
      direction: 'outgoing',
      phase: { name: 'ended', reason: 'declined-by-other', talkedMs: 0, words },
    }),
  )
  expect(document.querySelector('h1')?.textContent).toBe(text.ended.said('Ben', words))
  expect(document.querySelectorAll('a, h1 b')).toHaveLength(0)
})

const talking = showing({ phase: { name: 'connected', sinceMs: 0 } })

test('a bad connection is explained unasked only when it lasts, and once sent away stays away', async () => {
  const { client } = await renderApp(talking)
  await act(async () => client.stats.setState({ quality: 'weak', diagnosis: 'their-upload' }))
  expect(page()).not.toContain(diagnosisWords['their-upload']('Ben'))
  await act(async () => {
    client.stats.setState({ warns: true })
    await import('../features/stats/diagnosis-note')
  })
  expect(page()).toContain(diagnosisWords['their-upload']('Ben'))
  await click(button(text.app.dismiss))
  await act(async () => client.stats.setState({ warns: false }))
  await act(async () => client.stats.setState({ warns: true }))
  expect(page()).not.toContain(diagnosisWords['their-upload']('Ben'))
})

test('the panel says what is wrong, and nothing while nothing is', async () => {
  const { client } = await renderApp(talking)
  await pressKey('i')
  await act(async () => {
    await import('../features/stats/connection-panel')
  })
  expect(document.querySelector('.panel-diagnosis')).toBeNull()
  await act(async () => client.stats.setState({ diagnosis: 'between' }))
  expect(document.querySelector('.panel-diagnosis')?.textContent).toBe(diagnosisWords.between())
})
