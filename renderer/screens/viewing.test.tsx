// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import type { SharedScreen } from '../../shared/protocol/call-messages'
import { text } from '../../shared/text/en'
import type { CallView } from '../features/calls/calls-store'
import { find, page, renderApp } from './testing/render-app'

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const shown: SharedScreen = {
  ...{ epoch: 1, kind: 'window', title: 'Kitchen plan', mode: 'text', held: null, sound: false },
}
const viewOf = (screen: SharedScreen | null, change: Partial<CallView> = {}): CallView => ({
  callId: '1',
  direction: 'outgoing',
  person: { id: 'b'.repeat(32), name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'connected', sinceMs: 0 },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen },
  callBack: null,
  ...change,
})
const renderCall = (view: CallView) => renderApp({ host: { settings }, calls: { calls: [view] } })
const held = () => document.querySelector('.held-place')?.textContent
const said = () => document.querySelector('.sr[aria-live="polite"]')?.textContent

test('what they show is named, announced, and gone when they stop', async () => {
  const { client } = await renderCall(viewOf(null))
  expect(document.querySelector('.shared-area')).toBeNull()
  await act(async () => client.calls.setState({ calls: [viewOf(shown)] }))
  expect(page()).toContain('Ben shares “Kitchen plan”')
  expect(said()).toBe('Ben shares “Kitchen plan”')
  find('group, [role="group"]', text.viewing.zoom)
  await act(async () => client.calls.setState({ calls: [viewOf(null)] }))
  expect(said()).toBe(text.viewing.announce.ended('Ben'))
  expect(document.querySelector('.shared-area')).toBeNull()
})

test.each([
  ['paused', 'Paused by Ben'],
  ['minimised', 'Minimised by Ben'],
  ['other-desktop', 'Ben moved it to another desktop'],
  ['hidden', 'Hidden by Ben'],
  ['locked', "Ben's screen is locked"],
] as const)('held because it is %s it says so', async (reason, words) => {
  const { client } = await renderCall(viewOf({ ...shown, held: reason }))
  expect(held()).toBe(words)
  await act(async () => client.calls.setState({ calls: [viewOf(shown)] }))
  expect(held()).toBe('')
  expect(said()).toBe(text.viewing.announce.live('Ben'))
})

test('while the call reconnects the picture is said to be the last', async () => {
  await renderCall(viewOf(shown, { phase: { name: 'reconnecting', sinceMs: 0, lostMs: 1 } }))
  expect(held()).toBe(text.viewing.reconnecting)
})

test('what has no title is called by what it is, and a title cannot turn the sentence around', async () => {
  const { client } = await renderCall(viewOf({ ...shown, kind: 'screen', title: '' }))
  expect(page()).toContain('Ben shares their screen')
  await act(async () => client.calls.setState({ calls: [viewOf({ ...shown, title: 'مخطط' })] }))
  expect(page()).toContain('Ben shares “\u2068مخطط\u2069”')
})
