// @vitest-environment happy-dom
// Whose picture stands on the screens of a call: a contact's stored one before the one that came with the call.
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import type { Contact } from '../../shared/model/contact'
import type { CallView } from '../features/calls/calls-store'
import { renderApp } from './testing/render-app'

const id = 'b'.repeat(32)
const stored = '1'.repeat(32)
const STORED = 'data:image/jpeg;base64,c3RvcmVk'
const SENT = 'data:image/jpeg;base64,c2VudA=='
const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const contact = (picture: string | null): Contact => ({
  ...{ id, name: 'Ben', server: null, addedAt: 0, favourite: false, notes: '', picture },
})
const call = (phase: CallView['phase']): CallView => ({
  ...{ callId: '1', direction: 'incoming', person: { id, name: 'Ben', isContact: true, picture: SENT } },
  ...{ video: true, phase, callBack: null },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen: null },
})
const PHASES: readonly CallView['phase'][] = [
  { name: 'ringing' },
  { name: 'connected', sinceMs: 0 },
  { name: 'ended', reason: 'ended-by-other', talkedMs: 9_000 },
]

test.each(
  PHASES.flatMap((phase) => [
    [phase.name, 'stored', contact(stored), STORED, phase] as const,
    [phase.name, 'sent', contact(null), SENT, phase] as const,
  ]),
)('while it is %s, the %s picture is shown', async (...[, , known, shown, phase]) => {
  await renderApp({
    host: {
      settings,
      contacts: { v: 2, contacts: [known], blocked: [] },
      pictures: { [stored]: 'c3RvcmVk' },
    },
    calls: { calls: [call(phase)] },
  })
  const sources = [...document.querySelectorAll('img')].map((image) => image.getAttribute('src'))
  expect(new Set(sources)).toEqual(new Set([shown]))
})
