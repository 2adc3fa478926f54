// @vitest-environment happy-dom
// What somebody hears who can't see the screen: a whole call with sharing, sentence by sentence, in order, with its urgency.
import { act } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { endWords } from '../../shared/text/en-codes'
import type { CallView } from '../features/calls/calls-store'
import { live } from '../features/share/testing/shares'
import { renderApp } from './testing/render-app'

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const ringing: CallView = {
  callId: 'e'.repeat(32),
  direction: 'incoming',
  person: { id: 'b'.repeat(32), name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'ringing' },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen: null },
  callBack: null,
}

/** Every sentence that comes into one of the two regions, as assistive technology is told of it. */
function listening(): readonly string[] {
  const heard: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const region = target instanceof Element ? target.closest('.sr[aria-live]') : null
      const urgency = region?.getAttribute('aria-live')
      for (const added of addedNodes) if (urgency) heard.push(`${urgency}: ${added.textContent ?? ''}`)
    }
  })
  observer.observe(document.body, { childList: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  return heard
}

/** Mutations are told in a microtask of their own. */
const told = () => act(async () => Promise.resolve())

test('a call is heard from its first ring to its end', async () => {
  const { client } = await renderApp({ host: { settings } })
  const heard = listening()
  let call = ringing
  const becomes = async (change: Partial<CallView>) => {
    call = { ...call, ...change }
    await act(async () => client.calls.setState({ calls: [call] }))
  }
  const local = (microphone: 'on' | 'off', camera: 'on' | 'off') => ({
    local: { microphone: { is: microphone }, camera: { is: camera } },
  })
  const connected = { name: 'connected', sinceMs: 0 } as const

  await becomes({})
  await becomes({ phase: { name: 'connecting' } })
  await becomes({ phase: connected })
  await becomes(local('off', 'off'))
  await becomes(local('on', 'on'))
  await becomes({ remote: { microphone: 'off', camera: 'off', screen: null } })
  await act(async () => client.share.setState({ own: { is: 'live', ...live({ title: 'Budget' }) } }))
  await becomes({ phase: { name: 'reconnecting', sinceMs: 0, lostMs: 9 } })
  await becomes({ phase: connected })
  await act(async () => client.share.setState({ own: { is: 'none' } }))
  await becomes({ phase: { name: 'ended', reason: 'ended-by-other', talkedMs: 60_000 } })
  await told()

  const say = text.call.announce
  expect(heard).toEqual([
    `assertive: ${text.incoming.announce('Ben Okafor', true)}`,
    `polite: ${say.connected('Ben')}`,
    `polite: ${say.microphoneOff}`,
    `polite: ${say.microphoneOn}`,
    `polite: ${say.cameraOn}`,
    `polite: ${say.remoteMuted('Ben')}`,
    `assertive: ${text.share.announce.sharing('Budget')}`,
    `polite: ${say.reconnecting}`,
    `polite: ${say.connectedAgain}`,
    `assertive: ${text.share.announce.stopped}`,
    `assertive: ${say.ended(endWords('ended-by-other', { name: 'Ben', talked: true }).title)}`,
  ])
})

test('what is heard first is short and says who', () => {
  expect(text.incoming.announce('Ana', true)).toBe('Ana is calling with video')
  expect(text.call.announce.microphoneOff).toBe('Microphone off')
})
