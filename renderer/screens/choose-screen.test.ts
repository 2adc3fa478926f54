import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import type { EndReason } from '../../shared/model/call'
import type { CallView, Phase } from '../features/calls/calls-store'
import { chooseScreen, type ScreenFacts } from './choose-screen'

const named = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const atHome: ScreenFacts = {
  host: 'electron',
  identity: 'ready',
  settings: { loaded: true, settings: named },
  calls: [],
}

let count = 0
function call(phase: Phase, direction: CallView['direction'] = 'outgoing'): CallView {
  count += 1
  return {
    callId: String(count),
    direction,
    person: { id: 'b', name: 'Ben', isContact: false },
    video: true,
    phase,
    local: { microphone: { is: 'on' }, camera: { is: 'on' } },
    remote: null,
    callBack: null,
  }
}
const ended = (reason: EndReason) => call({ name: 'ended', reason, talkedMs: 0 })

test.each<[string, Partial<ScreenFacts>, string]>([
  ['settings not read', { settings: { loaded: false, settings: DEFAULT_SETTINGS } }, 'starting'],
  ['identity not read', { identity: 'loading' }, 'starting'],
  ['no name', { settings: { loaded: true, settings: { ...named, name: '' } } }, 'firstStart'],
  [
    'no reach chosen',
    { settings: { loaded: true, settings: { ...named, reach: { ...named.reach, mode: 'unset' } } } },
    'firstStart',
  ],
  [
    'a guest, who chooses no reach',
    { host: 'guest', settings: { loaded: true, settings: { ...DEFAULT_SETTINGS, name: 'Ana' } } },
    'home',
  ],
  ['a key that cannot be read', { identity: 'unreadable' }, 'identity'],
  [
    'a locked keyring at first start',
    { identity: 'locked', settings: { loaded: true, settings: DEFAULT_SETTINGS } },
    'identity',
  ],
  ['a locked keyring later', { identity: 'locked' }, 'home'],
  ['all well', {}, 'home'],
])('%s', (_case, change, screen) => {
  expect(chooseScreen({ ...atHome, ...change }).name).toBe(screen)
})

test.each<[string, CallView[], string]>([
  ['calling', [call({ name: 'calling' })], 'outgoing'],
  ['ringing there', [call({ name: 'ringing' })], 'outgoing'],
  ['ringing here', [call({ name: 'ringing' }, 'incoming')], 'incoming'],
  ['connecting', [call({ name: 'connecting' }, 'incoming')], 'call'],
  ['connected', [call({ name: 'connected', sinceMs: 0 })], 'call'],
  ['reconnecting', [call({ name: 'reconnecting', sinceMs: 0, lostMs: 1 })], 'call'],
  ['declined there', [ended('declined-by-other')], 'ended'],
  ['hung up here', [ended('ended-by-me')], 'ended'],
  ['cancelled here', [ended('cancelled-by-me')], 'home'],
  ['declined here', [ended('declined-by-me')], 'home'],
  ['taken up from the other side', [ended('merged')], 'home'],
  ['an end, and a new ring', [ended('busy'), call({ name: 'ringing' }, 'incoming')], 'incoming'],
  [
    'a ring beside a running call',
    [call({ name: 'ringing' }, 'incoming'), call({ name: 'connected', sinceMs: 0 })],
    'call',
  ],
])('a call that is %s', (_case, calls, screen) => {
  expect(chooseScreen({ ...atHome, calls }).name).toBe(screen)
})

test('a call goes before everything that is wrong', () => {
  const calls = [call({ name: 'connected', sinceMs: 0 })]
  expect(chooseScreen({ ...atHome, identity: 'unreadable', calls }).name).toBe('call')
})
